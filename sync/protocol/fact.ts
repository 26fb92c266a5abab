import { z } from 'zod';
import { operatorIdSchema } from '#rules';

/**
 * One thing that can happen. `by` is the person who did it; absent in entries of before there were operators, and for
 * what the till does by itself, such as letting unclaimed tickets lapse.
 */
export const fact = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape, by: operatorIdSchema.optional() });
