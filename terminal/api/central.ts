import { z } from 'zod';
import { businessDaySchema, instantSchema, maskKindSchema, piecesByKindSchema } from '#rules';

/** What the screens see of the centre, and what they can ask of the till about it. */

/** Why the till does not get through to the centre; beside each stands what the person does. The list is closed. */
export const centralTroubleSchema = z.enum([
  /** No network, no such host, cut, or too slow: the till tries again by itself. */
  'no-line',
  /** Too many tills at once, or something broke there: the till tries again by itself. */
  'busy',
  'broke',
  /** The centre waits for something: the till tries again by itself every few minutes. */
  'protocol-too-new',
  'unknown-entry',
  'entry-in-future',
  /** The centre is newer, and says what this program does not know: install the newer program. It tries again too. */
  'later-fault',
  /** Passing: the till signs or sends again. */
  'stale-request',
  'replayed-request',
  'too-large',
  'gap',
  /** The disk was copied, or an older one was put back: enrol with a new code, as a continuation. */
  'fork',
  'rolled-back',
  /** This till was reported lost or replaced, or nobody there knows it: enrol with a new code, if it is in its place. */
  'revoked',
  'unknown-till',
  'bad-signature',
  /** Install the newer program. */
  'protocol-too-old',
  /** The file is damaged: run `verify`, restore a backup. */
  'broken-chain',
  /** This journal belongs to another outlet, till or kind of centre: call whoever looks after the machine. */
  'wrong-journal',
  'bad-request',
  /** Of an enrolment: see the command `enrol`. */
  'code-unknown',
  'code-used',
  'code-expired',
  'unknown-outlet',
]);
export type CentralTrouble = z.infer<typeof centralTroubleSchema>;

/** How the till stands with the centre: the truth, and nothing that sounds better. */
export const centralViewSchema = z.object({
  /** `none`: this till works by itself. `not-enrolled`: there is a centre, and it does not know this till yet. */
  mode: z.enum(['none', 'not-enrolled', 'enrolled']),
  /** `mode` and `line` in one word, for the status bar. */
  link: z.enum(['none', 'online', 'offline']),
  /**
   * `null` unless enrolled. `up`: the centre answers, and is asked about cards, even while it takes no entries. `down`: no
   * answer, or none yet. `refused`: it takes nothing that this till says.
   */
  line: z.enum(['up', 'down', 'refused']).nullable(),
  /** Of what is sent; `null` unless enrolled. `halted`: until a person has done something, which `why` says. */
  phase: z.enum(['idle', 'pushing', 'pulling', 'backing-off', 'halted']).nullable(),
  /** Why it is backing off or halted. */
  why: centralTroubleSchema.nullable(),
  /** When it tries again by itself; `null` unless it is backing off. */
  until: instantSchema.nullable(),
  /** Entries that the centre does not have. 0 where there is none. */
  unsent: z.int(),
  /** When the oldest unsent entry was made. */
  oldestUnsentAt: instantSchema.nullable(),
  /** When the centre last answered; `null` since the start of the program. */
  heardAt: instantSchema.nullable(),
  /** Both ends have the same last entry, and nothing is under way: only now may a screen say *synchronised*. */
  equal: z.boolean(),
  /** A pack of rules that was not taken; the one before stays in force. */
  refusedPolicy: z
    .object({
      number: z.int(),
      why: z.enum(['unknown-key', 'wrongly-signed', 'unreadable', 'older']),
    })
    .nullable(),
});
export type CentralView = z.infer<typeof centralViewSchema>;

/**
 * By whose knowledge a card was decided about. `asking`: the till's own answer stands, the centre's may come within
 * 0.4 s. `local`: the centre did not answer or was not asked. `none`: there is no centre.
 */
export const checkedSchema = z.enum(['asking', 'centre', 'local', 'none']);
export type Checked = z.infer<typeof checkedSchema>;

const conflictSideSchema = z.object({
  /** Made at this outlet. */
  here: z.boolean(),
  outletName: z.string(),
  day: businessDaySchema,
  at: instantSchema,
  kind: maskKindSchema,
  pieces: z.int(),
  /** Of a purchase that was made at this till and is still known. */
  receiptNumber: z.string().nullable(),
});

/** Two purchases of one person within one interval. Both stand; a void of either ends it. */
export const conflictViewSchema = z.object({
  conflictId: z.string(),
  earlier: conflictSideSchema,
  later: conflictSideSchema,
  /** By a manager here; `null`: not yet. */
  signedOff: z.object({ at: instantSchema, by: z.string().nullable() }).nullable(),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;

/** A word from the centre to the people at the counter. */
export const messageViewSchema = z.object({
  messageId: z.uuid(),
  at: instantSchema,
  urgency: z.enum(['notice', 'urgent']),
  text: z.string(),
  read: z.boolean(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** Announced by the centre, and not yet confirmed by a goods-in that names it. */
export const deliveryViewSchema = z.object({
  deliveryId: z.uuid(),
  /** On which it was announced to go on sale. */
  day: businessDaySchema,
  /** On which it goes on sale if it is booked in now: `day`, or today where that is past. */
  onSaleFrom: businessDaySchema,
  /** It should be here: it is for today, for a day before, or for the next selling day. */
  due: z.boolean(),
  pieces: piecesByKindSchema,
  note: z.string(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;

/** Which rules decide now, and what changes next. `number` is the centre's; `null` for a pack of this till's settings. */
const policyPartSchema = z.object({
  pack: z.string(),
  number: z.int().nullable(),
  ruleSet: z.string().nullable(),
});
export const policyNowSchema = policyPartSchema.extend({ since: businessDaySchema.nullable() });
const allowanceSchema = z.object({ pieces: z.int(), days: z.int() });
export const policyNextSchema = policyPartSchema.extend({
  at: instantSchema,
  /** What it allows. */
  allowance: z.object({ adult: allowanceSchema, child: allowanceSchema }),
});

export const centralCommands = [
  /** Tries now, whatever the till was waiting for. */
  z.strictObject({ type: z.literal('centre-resume') }),
  /** Makes this till known to the centre by a one-time code, `K7QM-2FXD-9RTB`. Takes seconds. */
  z.strictObject({ type: z.literal('enrol'), code: z.string().min(1).max(32) }),
  z.strictObject({ type: z.literal('message-read'), messageId: z.uuid() }),
] as const;

/**
 * For a station without a line, both with `authorization: Bearer <seat>` of a manager: `GET /carried` gives the file
 * that goes to the centre; `POST /answered` takes back the one that comes from it, as JSON of at most 8 MB.
 */
export type TakeBackReply =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        | 'signed-out'
        | 'not-your-right'
        /** This till is not enrolled. */
        | 'not-now'
        /** Not such a file, or a damaged one. */
        | 'malformed'
        /** It answers another till's file. */
        | 'another-tills'
        /** The centre did not sign it, or somebody changed it. */
        | 'wrongly-signed'
        /** Taken, and the centre did not acknowledge everything: the snapshot says why. */
        | 'not-acknowledged'
        | 'storage-full'
        | 'storage-failed'
        | 'fault';
    };
