import { z } from 'zod';
import {
  businessDaySchema,
  clockTimeSchema,
  holderKeySchema,
  maskKindSchema,
  ticketSetsSchema,
} from '#rules';
import { fact } from '../fact.ts';

/** A session of number tickets, planned or changed. */
export const ticketsPlannedSchema = fact('tickets-planned', {
  commandId: z.uuid(),
  sessionId: z.uuid(),
  day: businessDaySchema,
  handOutFrom: clockTimeSchema,
  pickUpFrom: clockTimeSchema,
  /** From then on what was not collected is free again. */
  pickUpUntil: clockTimeSchema,
  sets: ticketSetsSchema,
  /** A card has to be shown for each ticket. */
  cardCheck: z.boolean(),
});

/** One ticket: so many pieces of one kind are promised. */
export const ticketHandedOutSchema = fact('ticket-handed-out', {
  /** Of the command, which may hand out several. */
  commandId: z.uuid(),
  ticketId: z.uuid(),
  sessionId: z.uuid(),
  /** Within its session and kind, from 1. */
  number: z.int().positive(),
  maskKind: maskKindSchema,
  pieces: z.int().positive(),
  /** Whose card was shown, if one was. */
  holderKey: holderKeySchema.optional(),
});

export const ticketCancelledSchema = fact('ticket-cancelled', { commandId: z.uuid(), ticketId: z.uuid() });

/** The number that is called: the next card redeems it. */
export const ticketCalledSchema = fact('ticket-called', {
  commandId: z.uuid(),
  /** Absent: nobody is called any more. */
  ticketId: z.uuid().optional(),
});

/** Time is up: all tickets of the session that were not collected hold nothing any more. */
export const ticketsLapsedSchema = fact('tickets-lapsed', { sessionId: z.uuid() });
