import { z } from 'zod';
import { policyPackSchema } from '#rules';

/** From this entry on, verdicts are given by this pack. */
export const policyInstalledSchema = z.strictObject({
  kind: z.literal('policy-installed'),
  pack: policyPackSchema,
});
