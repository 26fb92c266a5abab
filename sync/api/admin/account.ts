import { z } from 'zod';

/** `authority` sees and does everything; the others what belongs to their county, chain or outlet. */
export const roleSchema = z.enum(['authority', 'county', 'chain', 'outlet']);
export type Role = z.infer<typeof roleSchema>;

/** What the centre does for some and not for all. The list is closed; whose deeds they are stands with the centre. */
export const deedSchema = z.enum([
  ...(['import-outlets', 'announce-policy', 'give-access', 'keep-accounts', 'sign-in'] as const),
  ...(['accept-invitation', 'read-audit', 'announce-delivery', 'send-message', 'make-code'] as const),
  ...(['revoke-till', 'answer-carried', 'back-up', 'export'] as const),
]);
export type Deed = z.infer<typeof deedSchema>;
export const deeds: readonly Deed[] = deedSchema.options;

/** Who asks, and of what: name of the county or the chain, code of the outlet; empty for the authority. */
export const accessSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    role: roleSchema,
    scope: z.string().trim().max(100).default(''),
  })
  .refine(({ role, scope }) => (role === 'authority') === (scope === ''), {
    path: ['scope'],
    message: 'a county, a chain or an outlet has to be named, and for the authority none',
  });

const passwordSchema = z.string().min(12).max(200);
/** The six digits that the telephone shows. */
const oneTimeCodeSchema = z.string().regex(/^\d{6}$/);
/** As it stands in the address that was sent. */
const invitationCodeSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const signInSchema = z.strictObject({
  name: z.string().min(1).max(100),
  password: z.string().max(200),
  oneTimeCode: oneTimeCodeSchema,
});
export const openInvitationSchema = z.strictObject({ invitation: invitationCodeSchema });
export const acceptInvitationSchema = z.strictObject({
  invitation: invitationCodeSchema,
  password: passwordSchema,
  oneTimeCode: oneTimeCodeSchema,
});

/** `GET /admin/api/me` */
export interface Me {
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
  /** Within the scope; a page offers nothing else. */
  readonly may: readonly Deed[];
  /** A demonstration lets in whoever sits before it. */
  readonly mode: 'shop' | 'demo';
  /** The session's own name; `null` for a token. */
  readonly sessionId: string | null;
}

/** `POST /admin/api/invitations/open` */
export interface InvitationView {
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
  /** For the authenticator: `otpauth://…` as a QR code, and the same secret to be typed in. */
  readonly uri: string;
  readonly secret: string;
}

/** `GET /admin/api/accounts` */
export interface AccountView {
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
  readonly state: 'invited' | 'active' | 'locked';
  readonly madeAt: number;
}

/** `GET /admin/api/sessions`: one's own. */
export interface SessionView {
  readonly id: string;
  readonly openedAt: number;
  readonly seenAt: number;
  /** What the browser calls itself. */
  readonly browser: string;
}
