import { z } from 'zod';
import type { MaskKind } from './mask-kind.ts';
import type { ClockTime } from './selling-state.ts';
import { type BusinessDay, type Instant, instant, startOfDay } from './taipei-time.ts';

/** `open` holds pieces; the others hold none any more. */
export const ticketStateSchema = z.enum(['open', 'redeemed', 'lapsed', 'cancelled']);
export type TicketState = z.infer<typeof ticketStateSchema>;

/** `A012` and `C003`: what is printed on a ticket and called out. */
export const ticketName = (kind: MaskKind, number: number): string =>
  `${kind === 'adult' ? 'A' : 'C'}${String(number).padStart(3, '0')}`;

/** The instant of a clock time on a day in Taipei. */
export function instantAt(day: BusinessDay, time: ClockTime): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instant(startOfDay(day) + (hours * 60 + minutes) * 60_000);
}

export const ticketSetsSchema = z.strictObject({
  adult: z.int().min(0).max(2_000),
  child: z.int().min(0).max(2_000),
});
