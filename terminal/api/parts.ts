import { z } from 'zod';
import {
  businessDaySchema,
  clockTimeSchema,
  instantSchema,
  maskKindSchema,
  operatorIdSchema,
  piecesByKindSchema,
  roleSchema,
  sellingStateSchema,
  voidReasonSchema,
} from '#rules';
import { slipKindSchema } from './slip-commands.ts';

/** Parts that several snapshots share. */

/** `shop` sells for real, `demo` shows the program, `drill` is for practice: its screens and slips say 練習. */
export const modeSchema = z.enum(['shop', 'demo', 'drill']);

export const operatorViewSchema = z.object({
  operatorId: operatorIdSchema,
  name: z.string(),
  role: roleSchema,
  active: z.boolean(),
  /** Too many wrong PINs: until then, or until a manager sets a new PIN. */
  lockedUntil: instantSchema.nullable(),
});
export type OperatorView = z.infer<typeof operatorViewSchema>;

export const clockViewSchema = z.object({
  /** By which the till decides and records. */
  now: instantSchema,
  day: businessDaySchema,
  /** What the machine's clock says; differs from `now` while it is not trusted. */
  wall: instantSchema,
  /** `behind`: before the last entry; `jumped`: by more than two minutes. A manager looks and confirms. */
  trust: z.enum(['trusted', 'behind', 'jumped']),
});

export const readerViewSchema = z.object({
  health: z.enum(['starting', 'no-service', 'service-frozen', 'no-reader', 'ready']),
  readers: z.array(
    z.object({
      name: z.string(),
      /** Since this reader was first seen, over restarts of the program. */
      insertions: z.int(),
      readErrors: z.int(),
      /** `clean`: more than one of ten of the last cards failed. `order`: near the 10,000 insertions that readers last. */
      care: z.enum(['none', 'clean', 'order']),
    }),
  ),
});

export const printerViewSchema = z.object({
  link: z.enum(['none', 'connecting', 'online', 'offline', 'unreachable']),
  paper: z.enum(['ok', 'near-end', 'out', 'unknown']),
  cover: z.enum(['closed', 'open', 'unknown']),
  /** Slips that wait for the printer. */
  waiting: z.int(),
  /** Slips of which nobody knows whether they came out; a person looks and answers, oldest first. */
  doubtful: z.array(
    z.object({ jobId: z.int(), slip: slipKindSchema, reference: z.string(), name: z.string() }),
  ),
});

/** Space on the disk of the data folder: `low` warns, `full` refuses whatever needs room. */
export const diskViewSchema = z.object({ state: z.enum(['ok', 'low', 'full']), freeMB: z.int() });

export const backupViewSchema = z.object({
  lastAt: instantSchema.nullable(),
  /** Why the last attempt failed; `null` if it did not. */
  fault: z.enum(['folder-gone', 'not-writable', 'not-whole', 'storage-full']).nullable(),
});

export const sellingStateViewSchema = z.object({
  state: sellingStateSchema,
  note: z.string(),
  since: instantSchema.nullable(),
});

export const ticketSessionViewSchema = z.object({
  sessionId: z.uuid(),
  day: businessDaySchema,
  handOutFrom: clockTimeSchema,
  pickUpFrom: clockTimeSchema,
  pickUpUntil: clockTimeSchema,
  sets: piecesByKindSchema,
  handedOut: piecesByKindSchema,
  /** Handed out, and neither redeemed, cancelled nor lapsed. */
  open: piecesByKindSchema,
  /** Still to be handed out, as far as the stock allows; what the public is told. */
  left: piecesByKindSchema,
  cardCheck: z.boolean(),
  phase: z.enum(['planned', 'handing-out', 'picking-up', 'over']),
});
export type TicketSessionView = z.infer<typeof ticketSessionViewSchema>;

/** The ticket that the next card redeems. */
export const servingSchema = z.object({
  sessionId: z.uuid(),
  ticketId: z.uuid(),
  /** `A012` */
  name: z.string(),
  /** Open tickets of the session, this one included. */
  open: z.int(),
});

export const receiptViewSchema = z.object({
  receiptNumber: z.string(),
  at: instantSchema,
  day: businessDaySchema,
  by: z.string().nullable(),
  lines: z.array(
    z.object({
      kind: maskKindSchema,
      pieces: z.int(),
      amount: z.int(),
      lastThree: z.string(),
      byHand: z.boolean(),
    }),
  ),
  total: z.int(),
  /** Keyed in from a paper form. */
  paper: z.boolean(),
  voided: z
    .object({
      at: instantSchema,
      by: z.string().nullable(),
      reason: voidReasonSchema,
      /** Empty where nothing was noted. */
      note: z.string(),
    })
    .nullable(),
  /** Whether the person who asks may void it. */
  mayVoid: z.boolean(),
});
export type ReceiptView = z.infer<typeof receiptViewSchema>;
