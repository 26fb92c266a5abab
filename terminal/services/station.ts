import { type FeedItem, noHash, packOf, parseFact, type SignedPolicy } from '#protocol';
import { businessDayOf, instantOf, type OutletCode } from '#rules';
import type { InstalledPack, Store } from '#store';
import type { Station } from '#sync-client';
import { isElsewhere } from './purchases.ts';
import type { TimeKeeper } from './time-keeper.ts';

export interface StationDeps {
  readonly store: Store;
  readonly time: Pick<TimeKeeper, 'now'>;
  readonly outletCode: OutletCode;
}

/** The journal as the sync sees it, and what the sync brings. @throws where the journal has not begun */
export function createStation({ store, time, outletCode }: StationDeps): Station {
  const { journal, working, centre } = store;
  const entry = (seq: number) => journal.page(seq - 1, 1)[0] ?? null;
  const concernsThis = (item: FeedItem) =>
    item.kind !== 'purchase-elsewhere' || isElsewhere(item.purchase, store, outletCode);
  const acknowledged = () => working.acknowledged() ?? { seq: 0, hash: noHash };

  return {
    journalId: journalIdOf(store),
    head() {
      const { seq, hash } = journal.head();
      return { seq, hash };
    },
    hashAt: (seq) => (seq === 0 ? noHash : (entry(seq)?.hash ?? null)),
    entriesAfter: journal.page,
    acknowledged,
    keepAcknowledged({ seq, hash }) {
      const known = acknowledged();
      if (known.seq !== seq || known.hash !== hash) working.keepAcknowledged({ seq, hash });
    },
    cursors: centre.cursors,
    hasPolicy: (policy) => store.policies.installed().some((installed) => isSame(installed, policy)),
    keepPulled({ items, policies, cursors }) {
      store.transact(() => {
        const at = time.now();
        centre.keep(items.filter(concernsThis));
        for (const policy of policies) {
          const pack = packOf(policy);
          if (!pack) throw new Error('the sync lets no pack through that cannot be read');
          const { number, effective } = policy;
          store.record({ kind: 'policy-installed', pack, announced: { number, effective } }, at);
        }
        centre.keepCursors(cursors);
        centre.purchases.forget(businessDayOf(at));
      });
    },
    oldestUnsentAt: () => entry(acknowledged().seq + 1)?.at ?? null,
  };
}

/** The number alone would not do: another centre counts from 1 as well. */
function isSame({ number, from, pack }: InstalledPack, policy: SignedPolicy): boolean {
  if (number !== policy.number || from !== instantOf(policy.effective)) return false;
  return JSON.stringify(pack) === JSON.stringify(packOf(policy));
}

/** @throws where the journal has not begun */
export function journalIdOf({ journal }: Pick<Store, 'journal'>): string {
  const [first] = journal.page(0, 1);
  const opening = first && parseFact(first.fact);
  if (opening?.kind !== 'journal-opened') throw new Error('the journal does not begin with its opening');
  return opening.journalId;
}
