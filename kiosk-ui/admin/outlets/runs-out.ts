import { clockTime } from '../../day-format.ts';
import { kinds, type OutletRow, type RunsOut } from '../wall.ts';
import type { AdminWords } from '../words/words.ts';

/** In words: `約 14:40`, `今日足夠`. */
export const runsOutText = ({ runsOut }: AdminWords, its: RunsOut): string =>
  its.when === 'today' ? runsOut.at(clockTime(its.at)) : runsOut.when[its.when];

/** Milliseconds since 1970 of the kind that goes first today; infinite where none does. What is gone already is no news. */
export const soonest = (of: OutletRow['runsOut']): number =>
  Math.min(...kinds.map((kind) => instantOf(of[kind])));

/** The kind that goes first today; where none does, `null`. */
export function soonestOf(of: OutletRow['runsOut']): RunsOut | null {
  const first = kinds.find((kind) => of[kind].when === 'today' && instantOf(of[kind]) === soonest(of));
  return first === undefined ? null : of[first];
}

const instantOf = (its: RunsOut): number => (its.when === 'today' ? its.at : Number.POSITIVE_INFINITY);
