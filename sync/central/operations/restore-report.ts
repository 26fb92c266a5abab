import { type Instant, isoOf } from '#rules';
import type { Restored } from './restore.ts';

/** What whoever put a backup back reads: what stands again, and what has to be done again since when. */
export function restoreReport({ movedTo, standsAgain }: Restored): string {
  const { until, tills, accesses, accounts, policy } = standsAgain;
  return [
    movedTo === null ? 'restored' : `restored; what was there before is in ${movedTo}`,
    until === null
      ? 'The backup is of a centre in which nothing was done yet. Whatever was done since has to be done again:'
      : `The backup knows nothing after ${minuteOf(until)} in Taipei. Whatever was done since has to be done again:`,
    `  tills      ${tills} are taken; what was revoked since is taken again: revoke OUTLET TILL`,
    '             what was enrolled since is unknown: make it a code, and let it go on as a continuation',
    `  tokens     of ${listOf(accesses)} stand; end those that were ended since, give out again those given since`,
    `  accounts   of ${listOf(accounts)} stand; the same`,
    `  rules      ${policyText(policy)}; announce again what was announced since, even if tills have it already`,
    '  the list of outlets, announced deliveries and words to counters of since then',
    'Enrolment codes that nobody had used, invitations and sessions are good no more: make new ones, and sign in again.',
    'Tills send again by themselves what they have sent since.',
  ].join('\n');
}

const policyText = (policy: number): string =>
  policy === 0 ? 'none are announced' : `number ${policy} is the last`;

const listOf = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.join(', '));

/** `2020-03-12 09:00` */
const minuteOf = (at: Instant): string => isoOf(at).slice(0, 16).replace('T', ' ');
