import { z } from 'zod';
import { businessDaySchema, maskKindSchema } from '#rules';
import { fact } from '../fact.ts';
import { tillIdSchema } from '../signing.ts';

const bucketsSchema = z.strictObject({ onHand: z.int(), promised: z.int(), defective: z.int() });

/** From here on the centre is told. */
export const enrolledSchema = fact('enrolled', {
  tillId: tillIdSchema,
  /**
   * What stands at this entry, where the journal goes on under a new till after a fork or a rolled-back disk: the centre
   * never saw these entries from their beginning.
   */
  standing: z
    .strictObject({
      stock: z.strictObject({ adult: bucketsSchema, child: bucketsSchema }),
      lots: z.array(
        z.strictObject({ kind: maskKindSchema, onSaleFrom: businessDaySchema, pieces: z.int().positive() }),
      ),
      tickets: z.array(
        z.strictObject({
          ticketId: z.uuid(),
          sessionId: z.uuid(),
          kind: maskKindSchema,
          pieces: z.int().positive(),
        }),
      ),
    })
    .optional(),
});
