import type { SettlingLoopDeps } from './settling-loop.ts';

/** A purchase stands with its holder about so long after it was acknowledged. */
const settleEveryMs = 200;

/** Of a centre that serves others meanwhile. */
export const gatherSales: NonNullable<SettlingLoopDeps['gather']> = () =>
  new Promise((resolve) => setTimeout(resolve, settleEveryMs));
