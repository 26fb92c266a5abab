/**
 * What a centre that was put back has given out since its backup, it does not know; tills do, and would pass over a
 * number that they have. So numbers go on from the instant of the restore, by which no database can have come so far,
 * however many restores there were and whichever was lost.
 */
export interface Numbered {
  /** Of the last one; `null` for none. */
  readonly number: number | null;
  /** When the last backup was put back; `null`: never. */
  readonly restoredAt: number | null;
}

/** An expression for a query that reads the last number with it. */
export const restoredAtQuery = '(SELECT max(at) FROM restores)';

/** In milliseconds since 1970: a feed never gains an item each of them. */
export const nextFeedNumber = ({ number, restoredAt }: Numbered): number =>
  Math.max(number ?? 0, restoredAt ?? 0) + 1;

const policiesBegan = Date.UTC(2020, 0, 1);

/** In minutes since 2020, which people can still read out: nobody announces rules each of them. */
export const nextPolicyNumber = ({ number, restoredAt }: Numbered): number =>
  Math.max(number ?? 0, Math.floor(((restoredAt ?? 0) - policiesBegan) / 60_000)) + 1;
