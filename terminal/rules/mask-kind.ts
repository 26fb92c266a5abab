import { z } from 'zod';

export const maskKindSchema = z.enum(['adult', 'child']);
export type MaskKind = z.infer<typeof maskKindSchema>;
export const maskKinds = maskKindSchema.options;

/** A number of pieces of each kind. */
export const piecesByKindSchema = z.object({ adult: z.int(), child: z.int() });
export type PiecesByKind = z.infer<typeof piecesByKindSchema>;
