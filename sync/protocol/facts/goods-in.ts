import { z } from 'zod';
import { businessDaySchema, piecesByKindSchema } from '#rules';
import { fact } from '../fact.ts';

/** Masks were delivered. */
export const goodsInSchema = fact('goods-in', {
  /** Given by the screen, so that a command sent twice is recorded once. */
  commandId: z.uuid(),
  pieces: piecesByKindSchema,
  /** The day from which they may be sold; absent: at once. */
  onSaleFrom: businessDaySchema.optional(),
  /** What had been announced, where anything was. */
  expected: piecesByKindSchema.optional(),
  note: z.string().optional(),
  /** The announced delivery that this confirms. */
  deliveryId: z.uuid().optional(),
});
