import { z } from 'zod';
import { countReasonSchema, piecesByKindSchema } from '#rules';
import { fact } from '../fact.ts';

/** What is on hand was counted, and is from now on what was counted. */
export const stockCountedSchema = fact('stock-counted', {
  commandId: z.uuid(),
  /** On hand by the journal before this entry. */
  booked: piecesByKindSchema,
  counted: piecesByKindSchema,
  reason: countReasonSchema,
  note: z.string(),
});
