import { z } from 'zod';
import { operatorIdSchema, outletCodeSchema, plainText, roleSchema } from '#rules';

const commandId = z.uuid();
const nameSchema = plainText.min(1).max(20);
/** Digits; what a PIN has to be is said by `parsePin`. */
const pinSchema = z.string().min(1).max(16);

export const peopleCommands = [
  /** Adds a person (`operatorId: null`, with a PIN) or changes one; `active: false` is how someone leaves. */
  z.strictObject({
    type: z.literal('keep-operator'),
    commandId,
    operatorId: operatorIdSchema.nullable(),
    name: nameSchema,
    role: roleSchema,
    active: z.boolean(),
    pin: pinSchema.nullable(),
  }),
  /** One's own PIN, or as a manager anybody's; also unlocks. */
  z.strictObject({ type: z.literal('set-pin'), commandId, operatorId: operatorIdSchema, pin: pinSchema }),
  z.strictObject({
    type: z.literal('describe-outlet'),
    commandId,
    name: plainText.min(1).max(40),
    address: plainText.max(80),
    phone: plainText.max(20),
  }),
] as const;

export const signInSchema = z.strictObject({ operatorId: operatorIdSchema, pin: pinSchema });
export type SignIn = z.infer<typeof signInSchema>;

/** Why nobody was signed in. */
export type SignInRefusal =
  /** Not this person's PIN. `attemptsLeft` more, then the person is locked. */
  | { readonly ok: false; readonly code: 'wrong-pin'; readonly attemptsLeft: number }
  /** Too many wrong PINs: wait until then, or ask a manager for a new PIN. */
  | { readonly ok: false; readonly code: 'locked'; readonly until: number }
  /** No such person, or one who has left. */
  | {
      readonly ok: false;
      readonly code: 'unknown' | 'malformed' | 'storage-full' | 'storage-failed' | 'fault';
    };

/** `seat` is the secret by which this screen stays signed in over a lost connection; it ends with the program. */
export type SignInReply = { readonly ok: true; readonly seat: string } | SignInRefusal;

/** The first start: `POST /set-up` with the page's token as bearer, while no journal has begun. */
export const setUpSchema = z.strictObject({
  outletCode: outletCodeSchema,
  name: plainText.min(1).max(40),
  address: plainText.max(80),
  phone: plainText.max(20),
  manager: z.strictObject({ name: nameSchema, pin: pinSchema }),
  /** Asked for where the page's `till-centre` is `configured`; may be left for later. */
  enrolmentCode: plainText.min(1).max(32).optional(),
});
export type SetUp = z.infer<typeof setUpSchema>;
/** `ok` with the till on its way: ask `/health` until it answers as a till, then load `/`. */
export type SetUpReply =
  | {
      readonly ok: true;
      readonly checkDigit: 'right' | 'doubtful';
      /** What became of the code, if one was given. Anything but `done` can be tried again in `/stock`. */
      readonly enrolment:
        | 'not-asked'
        | 'done'
        | 'code-unknown'
        | 'code-used'
        | 'code-expired'
        | 'unknown-outlet'
        | 'no-line'
        | 'centre-refused';
    }
  | {
      readonly ok: false;
      readonly code: 'outlet-code' | 'not-a-pin' | 'pin-too-simple' | 'malformed' | 'storage-failed';
    };
