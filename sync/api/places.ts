import { z } from 'zod';
import { instantSchema } from '#rules';

const countsSchema = z.object({
  outlets: z.int(),
  /** How many of them have this kind now. */
  withAdult: z.int(),
  withChild: z.int(),
});

/** `GET /api/v1/places`: every county and town with an outlet, and how many of them have masks. */
export const placesAnswerSchema = z.strictObject({
  at: instantSchema,
  counties: z.array(
    countsSchema.extend({ county: z.string(), towns: z.array(countsSchema.extend({ town: z.string() })) }),
  ),
});
export type PlacesAnswer = z.infer<typeof placesAnswerSchema>;
