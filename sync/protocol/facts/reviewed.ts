import { z } from 'zod';
import { fact } from '../fact.ts';

/** A manager has looked at what was put aside to be looked at. All of it stands as it was; a mistake is a void. */
export const reviewedSchema = fact('reviewed', {
  commandId: z.uuid(),
  /** The entries of sales that were keyed in, come from paper, or are contested. */
  sales: z.array(z.int().positive()),
  /** The conflicts, by the names that the centre gave them. */
  conflicts: z.array(z.string().min(1)),
});
