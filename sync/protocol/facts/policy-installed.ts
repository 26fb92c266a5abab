import { z } from 'zod';
import { policyPackSchema } from '#rules';
import { fact } from '../fact.ts';

/** A pack of rules came: from the program's settings, which stands at once, or signed by the centre. */
export const policyInstalledSchema = fact('policy-installed', {
  pack: policyPackSchema,
  /** Of the centre's packs: its number and the instant from which it stands. */
  announced: z
    .strictObject({ number: z.int().positive(), effective: z.iso.datetime({ offset: true }) })
    .optional(),
});
