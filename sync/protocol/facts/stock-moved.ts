import { z } from 'zod';
import { maskKindSchema, moveFromSchema, moveToSchema } from '#rules';
import { fact } from '../fact.ts';

/** Pieces were taken aside, brought back, or left the outlet other than by a sale. */
export const stockMovedSchema = fact('stock-moved', {
  commandId: z.uuid(),
  maskKind: maskKindSchema,
  pieces: z.int().positive(),
  from: moveFromSchema,
  to: moveToSchema,
  note: z.string(),
});
