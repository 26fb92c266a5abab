import { z } from 'zod';
import { businessDaySchema, instantSchema, maskKindSchema, piecesByKindSchema } from '#rules';
import { jobStateSchema, sessionSchema } from './session.ts';

const readerViewSchema = z.object({
  health: z.enum(['starting', 'no-service', 'service-frozen', 'no-reader', 'ready']),
  readers: z.array(z.object({ name: z.string(), insertions: z.int(), readErrors: z.int() })),
});

const printerViewSchema = z.object({
  link: z.enum(['none', 'connecting', 'online', 'offline', 'unreachable']),
  paper: z.enum(['ok', 'near-end', 'out', 'unknown']),
  cover: z.enum(['closed', 'open', 'unknown']),
  /** Slips that wait for the printer. */
  waiting: z.int(),
  /** Slips of which nobody knows whether they came out; a person looks and answers, oldest first. */
  doubtful: z.array(z.object({ jobId: z.int(), receiptNumber: z.string() })),
});

const centralViewSchema = z.object({
  /** `none`: this till works by itself and keeps its own quota. */
  link: z.enum(['none', 'online', 'offline']),
  unsent: z.int(),
  /** When the oldest unsent entry was made. */
  oldestUnsentAt: instantSchema.nullable(),
});

/** Present only where the reader or the printer is virtual. */
const virtualDevicesSchema = z.object({
  reader: z
    .object({
      /** Sample cards in the order to show them; the screens own the words for each id. */
      cards: z.array(z.string()),
      inserted: z.string().nullable(),
    })
    .nullable(),
  printer: z
    .object({
      paper: z.enum(['ok', 'near-end', 'out']),
      cover: z.enum(['closed', 'open']),
      /** The slip printed last; its picture is at `/virtual/slips/<number>.png`. */
      lastSlip: z.object({ number: z.int(), text: z.string() }).nullable(),
    })
    .nullable(),
});

/** All that the counter shows. Sent whole at every change; a higher revision replaces a lower one. */
export const counterSnapshotSchema = z.object({
  revision: z.int(),
  outlet: z.object({ code: z.string(), name: z.string() }),
  clock: z.object({
    now: instantSchema,
    day: businessDaySchema,
    /** The clock stands before the last entry of the journal. */
    behind: z.boolean(),
  }),
  today: z.object({
    parity: z.enum(['odd', 'even', 'all']),
    /** Whom the parity binds today; `nobody` where the policy has no weekday rule or is not in force. */
    binds: z.enum(['everybody', 'adult-cards', 'nobody']),
  }),
  policy: z.object({ pack: z.string(), ruleSet: z.string().nullable(), since: businessDaySchema.nullable() }),
  stock: piecesByKindSchema,
  session: sessionSchema,
  /** The sale made last on this till, for a reprint. */
  lastSale: z
    .object({
      receiptNumber: z.string(),
      kind: maskKindSchema,
      pieces: z.int(),
      total: z.int(),
      slip: jobStateSchema.nullable(),
    })
    .nullable(),
  reader: readerViewSchema,
  printer: printerViewSchema,
  central: centralViewSchema,
  virtual: virtualDevicesSchema.nullable(),
});
export type CounterSnapshot = z.infer<typeof counterSnapshotSchema>;

/** What the customer sees: verdict, quantity and amount; never who they are or what they bought before. */
export const displaySnapshotSchema = z.object({
  revision: z.int(),
  outlet: z.object({ name: z.string() }),
  today: counterSnapshotSchema.shape.today,
  now: instantSchema,
  view: z.discriminatedUnion('stage', [
    z.object({ stage: z.literal('idle'), stock: piecesByKindSchema }),
    z.object({ stage: z.literal('reading') }),
    z.object({
      stage: z.literal('verdict'),
      verdict: z.enum(['may-buy', 'may-not', 'confirm']),
      sale: z.object({ kind: maskKindSchema, pieces: z.int(), total: z.int() }).nullable(),
    }),
    z.object({ stage: z.literal('sold'), kind: maskKindSchema, pieces: z.int(), total: z.int() }),
    /** Something at the counter needs the pharmacist; the customer is asked to wait. */
    z.object({ stage: z.literal('wait') }),
  ]),
});
export type DisplaySnapshot = z.infer<typeof displaySnapshotSchema>;
