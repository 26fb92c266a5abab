import { z } from 'zod';
import { businessDaySchema, instantSchema, piecesByKindSchema } from '#rules';

export const runsOutSchema = z.discriminatedUnion('when', [
  /** `gone`: nothing is left. `not-today`: enough for today. `unknown`: nothing to go by yet. */
  z.object({ when: z.enum(['gone', 'not-today', 'unknown']) }),
  z.object({ when: z.literal('today'), at: instantSchema }),
]);

const meanPiecesSchema = z.object({ adult: z.number(), child: z.number() });

const goodsForDaySchema = z.object({
  /** On which they go on sale. */
  day: businessDaySchema,
  /** By the centre, whether it came or not; `null`: nothing. */
  announced: piecesByKindSchema.nullable(),
  /** Booked in as one of those deliveries. */
  received: piecesByKindSchema,
  /** Booked in for that day, and none of those deliveries. */
  besides: piecesByKindSchema,
});
export type GoodsForDayView = z.infer<typeof goodsForDaySchema>;

/** How the day goes, in figures of the outlet alone. */
export const glanceSchema = z.object({
  /** Pieces sold in each hour of today, 0 to 23. */
  soldByHour: z.array(piecesByKindSchema).length(24),
  /** The mean of the selling days of the last two weeks, by hour; `null`: there is none. */
  usualByHour: z.array(meanPiecesSchema).length(24).nullable(),
  runsOut: z.object({ adult: runsOutSchema, child: runsOutSchema }),
  /** Visits that were served in the last sixty minutes, whatever the number of their cards. */
  visitsLastHour: z.int(),
  /** Tickets of today that somebody still holds. */
  waitingTickets: z.int(),
  /** What goes on sale today, and what comes today for the next selling day. */
  goods: z.object({ today: goodsForDaySchema, next: goodsForDaySchema }),
});
export type GlanceView = z.infer<typeof glanceSchema>;
