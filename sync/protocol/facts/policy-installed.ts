import { policyPackSchema } from '#rules';
import { fact } from '../fact.ts';

/** From this entry on, verdicts are given by this pack. */
export const policyInstalledSchema = fact('policy-installed', { pack: policyPackSchema });
