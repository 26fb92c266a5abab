import { z } from 'zod';
import { piecesByKindSchema } from '#rules';

/** Masks put on sale. */
export const goodsInSchema = z.strictObject({
  kind: z.literal('goods-in'),
  /** Given by the screen, so that a command sent twice is recorded once. */
  commandId: z.uuid(),
  pieces: piecesByKindSchema,
});
