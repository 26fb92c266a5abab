import { z } from 'zod';
import { businessDaySchema, instantSchema, maskKindSchema, piecesByKindSchema } from '#rules';
import {
  centralViewSchema,
  conflictViewSchema,
  deliveryViewSchema,
  messageViewSchema,
  policyNextSchema,
  policyNowSchema,
} from './central.ts';
import {
  backupViewSchema,
  clockViewSchema,
  diskViewSchema,
  modeSchema,
  operatorViewSchema,
  printerViewSchema,
  readerViewSchema,
  sellingStateViewSchema,
  servingSchema,
  ticketSessionViewSchema,
} from './parts.ts';
import { jobStateSchema, sessionSchema } from './session.ts';
import { displayLanguageSchema } from './slip-commands.ts';

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

/** What a screen of the counter or of the manager shows while nobody is signed in at it. */
export const gateSnapshotSchema = z.object({
  mode: modeSchema,
  outlet: z.object({ code: z.string(), name: z.string() }),
  /** Those who may sign in. */
  operators: z.array(operatorViewSchema),
  now: instantSchema,
});
export type GateSnapshot = z.infer<typeof gateSnapshotSchema>;

/** All that the counter shows. Sent whole at every change; a higher revision replaces a lower one. */
export const counterSnapshotSchema = z.object({
  revision: z.int(),
  mode: modeSchema,
  outlet: z.object({ code: z.string(), name: z.string() }),
  /** Who is signed in at this screen. */
  you: operatorViewSchema,
  /** Those who may take over by the quick switch. */
  operators: z.array(operatorViewSchema),
  clock: clockViewSchema,
  today: z.object({
    parity: z.enum(['odd', 'even', 'all']),
    /** Whom the parity binds today; `nobody` where the policy has no weekday rule or is not in force. */
    binds: z.enum(['everybody', 'adult-cards', 'nobody']),
  }),
  policy: policyNowSchema,
  /** `null`: no change is known. */
  policyNext: policyNextSchema.nullable(),
  /** What may be sold without a ticket. */
  stock: piecesByKindSchema,
  /** Promised to ticket holders. */
  promised: piecesByKindSchema,
  /** The day on which more of a kind goes on sale. */
  nextGoods: z.object({ adult: businessDaySchema.nullable(), child: businessDaySchema.nullable() }),
  nextSellingDay: businessDaySchema,
  sellingState: sellingStateViewSchema,
  session: sessionSchema,
  /** The sale made last on this till, for a reprint. */
  lastSale: z
    .object({
      receiptNumber: z.string(),
      lines: z.array(z.object({ kind: maskKindSchema, pieces: z.int() })),
      total: z.int(),
      voided: z.boolean(),
      slip: jobStateSchema.nullable(),
    })
    .nullable(),
  /** Today's ticket sessions. */
  tickets: z.array(ticketSessionViewSchema),
  serving: servingSchema.nullable(),
  /** The oldest day before today on which something was sold and which was not closed. */
  dayToClose: businessDaySchema.nullable(),
  display: z.object({ language: displayLanguageSchema, receiptShown: z.string().nullable() }),
  reader: readerViewSchema,
  printer: printerViewSchema,
  central: centralViewSchema,
  /** That concern a purchase of this outlet, open ones only. */
  conflicts: z.array(conflictViewSchema),
  /** Announced, due and not yet booked, by their day. */
  deliveries: z.array(deliveryViewSchema),
  /** Not read yet, oldest first. */
  messages: z.array(messageViewSchema),
  disk: diskViewSchema,
  backup: backupViewSchema,
  virtual: virtualDevicesSchema.nullable(),
});
export type CounterSnapshot = z.infer<typeof counterSnapshotSchema>;

/** What the customer sees: verdict, quantity and amount; never who they are or what they bought before. */
export const displaySnapshotSchema = z.object({
  revision: z.int(),
  mode: modeSchema,
  outlet: z.object({ name: z.string() }),
  today: counterSnapshotSchema.shape.today,
  now: instantSchema,
  /** Stands beneath the Chinese; `zh` shows Chinese alone. */
  language: displayLanguageSchema,
  sellingState: sellingStateViewSchema,
  /** `A012`, while tickets are served. */
  nowServing: z.string().nullable(),
  view: z.discriminatedUnion('stage', [
    z.object({ stage: z.literal('idle'), stock: piecesByKindSchema }),
    z.object({ stage: z.literal('reading') }),
    z.object({
      stage: z.literal('verdict'),
      /** Of the card in the large field. */
      verdict: z.enum(['may-buy', 'may-not', 'confirm']),
      /** Which card of the visit it is, and how many there are: 2/3. */
      card: z.object({ place: z.int(), of: z.int() }),
      pieces: piecesByKindSchema,
      /** Of all cards of the visit; 0 if none may buy. */
      total: z.int(),
    }),
    z.object({ stage: z.literal('sold'), pieces: piecesByKindSchema, total: z.int() }),
    /** Something at the counter needs the pharmacist; the customer is asked to wait. */
    z.object({ stage: z.literal('wait') }),
    /** A receipt as a QR code, where the printer cannot print it: the text that the code holds. */
    z.object({ stage: z.literal('receipt'), text: z.string() }),
  ]),
});
export type DisplaySnapshot = z.infer<typeof displaySnapshotSchema>;
