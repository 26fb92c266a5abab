import { z } from 'zod';
import { centralCommands } from './central.ts';
import { peopleCommands } from './people-commands.ts';
import { phoneCommands } from './phone.ts';
import { slipCommands } from './slip-commands.ts';
import { shopCommands, stockCommands, ticketCommands } from './stock-commands.ts';
import { visitCommands } from './visit-commands.ts';

/** Virtual devices only. */
const virtualCommands = [
  /** `null` takes the card out. */
  z.strictObject({ type: z.literal('virtual-card'), card: z.string().max(64).nullable() }),
  z.strictObject({
    type: z.literal('virtual-printer'),
    paper: z.enum(['ok', 'near-end', 'out']),
    cover: z.enum(['closed', 'open']),
  }),
] as const;

/** Everything a screen can ask for. Unknown keys are refused: a misspelt field must not pass for its absence. */
export const commandSchema = z.discriminatedUnion('type', [
  ...visitCommands,
  ...slipCommands,
  ...stockCommands,
  ...ticketCommands,
  ...shopCommands,
  ...peopleCommands,
  ...centralCommands,
  ...phoneCommands,
  ...virtualCommands,
]);
export type Command = z.infer<typeof commandSchema>;

/** Why a command changed nothing. The list is closed; what the screen does next stands beside each. */
export const refusalCodeSchema = z.enum([
  /** Not a command of this version: reload the page. */
  'malformed',
  /** Nobody is signed in at this screen any more: show the sign-in. */
  'signed-out',
  /** This person may not do that: a manager signs in and does it. */
  'not-your-right',
  /** The visit is over or what it shows has changed: show the newest snapshot and let the person look again. */
  'stale',
  /** Not possible in this stage: show the newest snapshot. */
  'not-now',
  /** More than the rules or the stock allow by now: show the newest snapshot. */
  'not-allowed',
  /** A card of the visit asks for a person's confirmation first. */
  'confirmation-needed',
  /** No such receipt, ticket, session, person, job or sample card. */
  'unknown',
  /** Not an ID number of any form: key it in again. */
  'not-an-id-number',
  /** The number's check digit is wrong: compare with the document, then send it as `compared`. */
  'check-digit-wrong',
  /** A tourist's passport does not entitle to a purchase. */
  'passport-not-accepted',
  /** More cards than one visitor may present. */
  'too-many-cards',
  /** The sale was voided before. */
  'voided-already',
  /** Fewer pieces would remain than tickets promise: cancel tickets first. */
  'promised-by-ticket',
  /** Not so many pieces there. */
  'not-enough-stock',
  /** The session has no tickets of this kind left, or would have fewer than were handed out. */
  'no-tickets-left',
  /** The session asks for the card: put it in first. */
  'card-needed',
  /** This card has a ticket for this day. */
  'has-a-ticket',
  /** This card may not buy at the time of the session. */
  'may-not-buy-then',
  /** Outside the session's hours. */
  'wrong-session',
  /** The ticket was redeemed, cancelled, or has lapsed. */
  'ticket-used',
  /** The time lies in the future. */
  'in-the-future',
  /** The time lies before the last close of its day, which is handed in. */
  'before-last-close',
  /** The time lies before the line keyed in last: key the form in from its first line. */
  'out-of-order',
  /** The rules of that time speak against it; a manager may record it all the same, as contested. */
  'against-the-rules',
  /** The day has not begun, or has nothing to close. */
  'nothing-to-close',
  'not-a-pin',
  'pin-too-simple',
  /** One manager has to remain. */
  'last-manager',
  /** No centre is configured for this till. */
  'no-centre',
  /** The centre knows this till, and nothing is wrong that another enrolment would mend. */
  'enrolled-already',
  /** Of an enrolment: no such code for this outlet, used by another till, or too old: ask for another. */
  'code-unknown',
  'code-used',
  'code-expired',
  /** The centre does not list this outlet: look at its code once more. */
  'unknown-outlet',
  /** The centre cannot be reached now: try again later, the same code stays good. */
  'no-line',
  /** The centre refused for another reason, which the log names: call whoever looks after the machine. */
  'centre-refused',
  /** The backup folder is gone or cannot be written. */
  'backup-failed',
  /** The disk is full: nothing was recorded; free space, then again. */
  'storage-full',
  /** The database cannot be written: nothing was recorded; the log says why. */
  'storage-failed',
  /** The till met a fault of its own: the log says why; start it again if it stays. */
  'fault',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export type Reply = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };
