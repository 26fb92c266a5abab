import type { Database } from 'better-sqlite3';
import { type CentreKey, centreKeySchema, type FeedItem, type PublicKey, type TillId } from '#protocol';
import { exhaustive } from '#rules';
import { type CentreWords, createCentreWords } from './centre-words.ts';
import { createPurchasesElsewhere, type PurchasesElsewhere } from './purchases-elsewhere.ts';

/** As which till the centre knows this one. */
export interface Enrolment {
  readonly tillId: TillId;
  /** Of the key with which it was enrolled. */
  readonly publicKey: PublicKey;
  /** With which the centre signs what travels by hand. */
  readonly centreKeys: readonly CentreKey[];
}

/** The last numbers of the centre's feed and of its policies that are kept. */
export interface PullCursors {
  readonly feed: number;
  readonly policy: number;
}

/** What the centre said. No projection: it does not follow from the journal, and a lost book is told again. */
export interface CentreBook extends Omit<CentreWords, 'take'> {
  /** `null`: the centre does not know this till. */
  enrolment(): Enrolment | null;
  /** Every till that this journal was, the present one last. */
  tillIds(): readonly TillId[];
  keepEnrolment(enrolment: Enrolment): void;
  cursors(): PullCursors;
  keepCursors(cursors: PullCursors): void;
  /** Call inside the transaction that moves the cursors as well. */
  keep(items: readonly FeedItem[]): void;
  readonly purchases: Pick<PurchasesElsewhere, 'of' | 'replace' | 'forget'>;
}

export function createCentreBook(db: Database): CentreBook {
  const enrolments = db.prepare<[], { tillId: TillId; publicKey: PublicKey; keys: string }>(
    'SELECT till_id AS tillId, public_key AS publicKey, centre_keys AS keys FROM enrolments ORDER BY number',
  );
  const enrol = db.prepare(
    'INSERT INTO enrolments (till_id, public_key, centre_keys) VALUES (@tillId, @publicKey, @keys)',
  );
  const cursors = db.prepare<[], PullCursors>('SELECT feed, policy FROM pull_cursors');
  const keepCursors = db.prepare('INSERT OR REPLACE INTO pull_cursors VALUES (1, @feed, @policy)');
  const purchases = createPurchasesElsewhere(db);
  const { take: takeWord, ...words } = createCentreWords(db);

  function take(item: FeedItem): void {
    switch (item.kind) {
      case 'purchase-elsewhere':
        purchases.put(item.purchase);
        return;
      case 'purchase-gone':
        purchases.drop(item.id);
        return;
      case 'conflict-found':
      case 'conflict-ended':
      case 'delivery-announced':
      case 'message':
        takeWord(item);
        return;
      default:
        exhaustive(item);
    }
  }

  return {
    enrolment() {
      const last = enrolments.all().at(-1);
      if (!last) return null;
      const { keys, ...till } = last;
      return { ...till, centreKeys: centreKeySchema.array().parse(JSON.parse(keys)) };
    },
    tillIds: () => enrolments.all().map(({ tillId }) => tillId),
    keepEnrolment: ({ centreKeys, ...till }) => void enrol.run({ ...till, keys: JSON.stringify(centreKeys) }),
    cursors: () => cursors.get() ?? { feed: 0, policy: 0 },
    keepCursors: (kept) => void keepCursors.run(kept),
    keep: (items) => items.forEach(take),
    purchases,
    ...words,
  };
}
