import { z } from 'zod';
import { instantSchema, piecesByKindSchema } from '#rules';

export const runsOutSchema = z.discriminatedUnion('when', [
  /** `gone`: nothing is left. `not-today`: enough for today. `unknown`: nothing to go by yet. */
  z.object({ when: z.enum(['gone', 'not-today', 'unknown']) }),
  z.object({ when: z.literal('today'), at: instantSchema }),
]);

const meanPiecesSchema = z.object({ adult: z.number(), child: z.number() });

/** How the day goes, in figures of the outlet alone. */
export const glanceSchema = z.object({
  /** Pieces sold in each hour of today, 0 to 23. */
  soldByHour: z.array(piecesByKindSchema).length(24),
  /** The mean of the selling days of the last two weeks, by hour; `null`: there is none. */
  usualByHour: z.array(meanPiecesSchema).length(24).nullable(),
  runsOut: z.object({ adult: runsOutSchema, child: runsOutSchema }),
  /** Served in the last sixty minutes. */
  visitsLastHour: z.int(),
  /** Tickets of today that somebody still holds. */
  waitingTickets: z.int(),
  /** For today, received or not; `null`: nothing was announced. */
  announced: piecesByKindSchema.nullable(),
});
export type GlanceView = z.infer<typeof glanceSchema>;
