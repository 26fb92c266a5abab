import { z } from 'zod';
import {
  businessDaySchema,
  instantSchema,
  maskKindSchema,
  openingHoursSchema,
  piecesByKindSchema,
  policyPackSchema,
} from '#rules';
import {
  centralViewSchema,
  conflictViewSchema,
  deliveryViewSchema,
  messageViewSchema,
  policyNextSchema,
  policyNowSchema,
} from './central.ts';
import { glanceSchema } from './glance.ts';
import {
  backupViewSchema,
  clockViewSchema,
  diskViewSchema,
  modeSchema,
  operatorViewSchema,
  printerViewSchema,
  readerViewSchema,
  sellingStateViewSchema,
  ticketSessionViewSchema,
} from './parts.ts';
import { phonesViewSchema } from './phone.ts';
import { jobStateSchema } from './session.ts';
import { slipKindSchema } from './slip-commands.ts';

const bucketsSchema = z.object({
  onHand: z.int(),
  promised: z.int(),
  available: z.int(),
  defective: z.int(),
  notYetOnSale: z.int(),
});

/** The figures of one business day, as far as it has gone. Money in NT$. */
export const dayFiguresSchema = z.object({
  day: businessDaySchema,
  /** Of sales made on this day, those that were voided later included. */
  sold: piecesByKindSchema,
  /** Sales: cards that bought, by the kind of mask. */
  sales: piecesByKindSchema,
  salesAmount: z.int(),
  /** Voids made on this day, of whatever day's sales. */
  voids: z.object({ receipts: z.int(), pieces: piecesByKindSchema, amount: z.int() }),
  /** `salesAmount` less `voids.amount`: what this day adds to what is handed to the treasury. */
  toRemit: z.int(),
  byHand: z.int(),
  /** Keyed in from paper forms. */
  paper: z.int(),
  /** Persons who bought on this day and whose sale stands. */
  persons: z.int(),
  /** Days on which this outlet has sold, this one included. */
  sellingDay: z.int(),
  /** NT$; half a dollar is possible. */
  subsidy: z.number(),
  received: piecesByKindSchema,
  /** Pieces put right by counts (found is positive), and taken aside or away. */
  adjusted: piecesByKindSchema,
});
export type DayFigures = z.infer<typeof dayFiguresSchema>;

export const dayCloseViewSchema = z.object({
  day: businessDaySchema,
  /** 1 for the first close of that day; a later one replaces it. */
  number: z.int(),
  at: instantSchema,
  by: z.string().nullable(),
  figures: dayFiguresSchema,
  bookedStock: piecesByKindSchema,
  countedStock: piecesByKindSchema,
  countedCash: z.int(),
  unsent: z.int(),
  note: z.string(),
});
export type DayCloseView = z.infer<typeof dayCloseViewSchema>;

/** All that the manager's page shows without asking. */
export const stockSnapshotSchema = z.object({
  revision: z.int(),
  mode: modeSchema,
  outlet: z.object({ code: z.string(), name: z.string(), address: z.string(), phone: z.string() }),
  you: operatorViewSchema,
  operators: z.array(operatorViewSchema),
  clock: clockViewSchema,
  /** All rule sets one after another, whatever pack they come from, so that the page can say what holds from when. */
  policy: policyPackSchema,
  policyNow: policyNowSchema,
  /** `null`: no change is known. */
  policyNext: policyNextSchema.nullable(),
  stock: z.object({ adult: bucketsSchema, child: bucketsSchema }),
  lots: z.array(z.object({ kind: maskKindSchema, onSaleFrom: businessDaySchema, pieces: z.int() })),
  nextSellingDay: businessDaySchema,
  today: dayFiguresSchema,
  glance: glanceSchema,
  sellingState: sellingStateViewSchema,
  openingHours: z.object({ week: openingHoursSchema, note: z.string() }).nullable(),
  /** Of today and later days. */
  tickets: z.array(ticketSessionViewSchema),
  lastClose: dayCloseViewSchema.nullable(),
  /** Days on which something was sold after the last close of that day, oldest first; today among them. */
  daysToClose: z.array(businessDaySchema),
  reader: readerViewSchema,
  printer: printerViewSchema,
  /** Slips that are not on paper yet, oldest first, at most 50. */
  queue: z.array(
    z.object({
      jobId: z.int(),
      slip: slipKindSchema,
      reference: z.string(),
      name: z.string(),
      copy: z.int(),
      state: jobStateSchema,
    }),
  ),
  central: centralViewSchema,
  /** What a manager has not signed off, of all days: cards that were keyed in or come from paper, and conflicts. */
  toReview: z.object({ byHand: z.int(), paper: z.int(), conflicts: z.int() }),
  /** That concern a purchase of this outlet and have not ended; what is not signed off comes first, at most 50. */
  conflicts: z.array(conflictViewSchema),
  /** Newest first, read ones too, at most 50. */
  messages: z.array(messageViewSchema),
  /** By their day. */
  deliveries: z.array(deliveryViewSchema),
  phones: phonesViewSchema,
  disk: diskViewSchema,
  backup: backupViewSchema.extend({ folder: z.string() }),
});
export type StockSnapshot = z.infer<typeof stockSnapshotSchema>;
