import { z } from 'zod';
import { outletCodeSchema } from '#rules';
import { fact } from '../fact.ts';

/** The first entry of every journal: whose it is. */
export const journalOpenedSchema = fact('journal-opened', {
  /** Made once for this journal; a copied database carries its original's. */
  journalId: z.uuid(),
  outlet: outletCodeSchema,
  /** A demonstration's and a drill's sales are invented, and a shop must never go on from them. */
  purpose: z.enum(['shop', 'demo', 'drill']),
});
