import { z } from 'zod';
import {
  businessDaySchema,
  clockTimeSchema,
  countReasonSchema,
  maskKindSchema,
  moveFromSchema,
  moveToSchema,
  openingHoursSchema,
  plainText,
  sellingStateSchema,
} from '#rules';

const commandId = z.uuid();
const ticketId = z.uuid();
const sessionId = z.uuid();
const note = plainText.max(200);
/** The most of one kind that one command may move: a hundred days' allotment. */
const pieces = z.int().min(0).max(20_000);
const byKind = z.strictObject({ adult: pieces, child: pieces });

export const stockCommands = [
  /**
   * Received goods. `onSaleFrom: null` is the day for which they were announced, or else the next selling day. With
   * the `deliveryId` of an announced delivery, `expected: null` stands for what was announced; without one it says that
   * nobody announced them.
   */
  z.strictObject({
    type: z.literal('goods-in'),
    commandId,
    adult: pieces,
    child: pieces,
    onSaleFrom: businessDaySchema.nullable(),
    expected: byKind.nullable(),
    deliveryId: z.uuid().optional(),
    note,
  }),
  /** Sets what is on hand to what was counted. `booked` is what the screen showed: if that has changed, `stale`. */
  z.strictObject({
    type: z.literal('count-stock'),
    commandId,
    booked: byKind,
    counted: byKind,
    reason: countReasonSchema,
    note,
  }),
  /** Takes pieces aside or away, other than by a sale. */
  z.strictObject({
    type: z.literal('move-stock'),
    commandId,
    kind: maskKindSchema,
    pieces: z.int().positive().max(20_000),
    from: moveFromSchema,
    to: moveToSchema,
    note,
  }),
] as const;

export const ticketCommands = [
  /** Plans a session of a day, or changes one: never to fewer sets than were handed out. */
  z.strictObject({
    type: z.literal('plan-tickets'),
    commandId,
    sessionId,
    day: businessDaySchema,
    handOutFrom: clockTimeSchema,
    pickUpFrom: clockTimeSchema,
    pickUpUntil: clockTimeSchema,
    /** Tickets of each kind; one ticket is one person's purchase. */
    sets: z.strictObject({ adult: z.int().min(0).max(2_000), child: z.int().min(0).max(2_000) }),
    cardCheck: z.boolean(),
  }),
  /** Hands out so many tickets at once. Where the session asks for the card, one, to the card in the visit. */
  z.strictObject({
    type: z.literal('hand-out-tickets'),
    commandId,
    sessionId,
    kind: maskKindSchema,
    count: z.int().min(1).max(5),
    visitId: z.string().max(64).nullable(),
  }),
  z.strictObject({ type: z.literal('cancel-ticket'), commandId, ticketId }),
  /** The next cards redeem this session's tickets, from this one on; `ticketId: null` stops that. */
  z.strictObject({ type: z.literal('serve-tickets'), commandId, ticketId: ticketId.nullable() }),
] as const;

export const shopCommands = [
  z.strictObject({ type: z.literal('set-selling-state'), commandId, state: sellingStateSchema, note }),
  z.strictObject({ type: z.literal('set-opening-hours'), commandId, week: openingHoursSchema, note }),
  z.strictObject({
    type: z.literal('close-day'),
    commandId,
    day: businessDaySchema,
    /** NT$ in the drawer that belong to these sales. */
    countedCash: z.int().min(0).max(10_000_000),
    countedStock: byKind,
    note,
  }),
  /** A manager has looked at these receipts and conflicts, and they may stand. */
  z.strictObject({
    type: z.literal('sign-off'),
    commandId,
    receipts: z.array(z.string().min(1).max(32)).max(50),
    conflicts: z.array(z.string().min(1).max(200)).max(50),
  }),
  /** The clock that the machine shows now is right. */
  z.strictObject({ type: z.literal('confirm-clock'), commandId }),
  z.strictObject({ type: z.literal('back-up-now'), commandId }),
] as const;
