import { hash } from 'node:crypto';
import {
  type EntryHash,
  type Fact,
  type FactOf,
  factSchema,
  hashedText,
  type JournalPlace,
  type Push,
  type SentEntry,
} from '#protocol';
import type { Instant } from '#rules';

/** A push as far as it is understood without knowing the till. */
export interface ReadPush {
  readonly push: Push;
  readonly entries: readonly ReadEntry[];
}

export interface ReadEntry {
  readonly at: Instant;
  readonly hash: EntryHash;
  /** Whether the hash follows from the entry and the hash before. */
  readonly chain: 'holds' | 'broken';
  /** Or why it is none that is known here, by the names of its parts and without what stands in them. */
  readonly fact: TakenFact | string;
}

/** What the centre has use for: of a sale nothing of the person but the key. */
export type TakenFact = Exclude<Fact, { kind: 'sale' }> | TakenSale;

export interface TakenSale
  extends Pick<
    FactOf<'sale'>,
    'kind' | 'receiptNumber' | 'day' | 'maskKind' | 'pieces' | 'intervalDays' | 'ticketId'
  > {
  readonly holder: Pick<FactOf<'sale'>['holder'], 'key'>;
  readonly paper?: { readonly soldAt: Instant } | undefined;
}

/** Reads entries in their order. @param after the place that the first of them follows */
export function createEntryReader(after: JournalPlace): (sent: SentEntry) => ReadEntry {
  let { seq, hash: previous } = after;
  return ({ at, hash: claimed, fact: text }) => {
    seq++;
    const chain = hash('sha256', hashedText(seq, at, text, previous)) === claimed ? 'holds' : 'broken';
    previous = claimed;
    return { at, hash: claimed, chain, fact: factOf(text) };
  };
}

function factOf(text: string): TakenFact | string {
  let json: unknown;
  try {
    json = JSON.parse(text, text.includes('\\u0000') ? withoutNul : undefined);
  } catch {
    return 'not JSON';
  }
  const fact = factSchema.safeParse(json);
  if (fact.success) return fact.data.kind === 'sale' ? taken(fact.data) : fact.data;
  const [issue] = fact.error.issues;
  return `${issue?.code} at ${issue?.path.join('.') || 'the fact'}`;
}

const taken = ({
  kind,
  receiptNumber,
  day,
  holder,
  maskKind,
  pieces,
  intervalDays,
  ticketId,
  paper,
}: FactOf<'sale'>): TakenSale => ({
  ...{ kind, receiptNumber, day, holder: { key: holder.key }, maskKind, pieces, intervalDays },
  ...(ticketId !== undefined && { ticketId }),
  ...(paper && { paper: { soldAt: paper.soldAt } }),
});

/** PostgreSQL keeps no NUL in a text, and one in a note must not keep back the entries after it. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;
