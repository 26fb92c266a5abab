import type { SettlingLoopDeps } from './settling-loop.ts';

/** A purchase stands with its holder about so long after it was acknowledged. */
const settleEveryMs = 200;
/** While more waits, pushes have the centre for about twice as long as a round of settling takes. */
const settleRestMs = 50;

/** Of a centre that serves others meanwhile. */
export const gatherSales: NonNullable<SettlingLoopDeps['gather']> = (settled) =>
  new Promise((resolve) => setTimeout(resolve, settled === 'all' ? settleEveryMs : settleRestMs));
