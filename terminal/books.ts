import { randomUUID } from 'node:crypto';
import { parseFact } from '#protocol';
import { addDays, businessDayOf, type Clock, type Instant, startOfDay } from '#rules';
import {
  createHolderKeys,
  createTimeKeeper,
  type HolderKeys,
  loadHolderSecret,
  type TimeKeeper,
} from '#services';
import { createStore, lockFolder, openDatabase, type Store } from '#store';
import { BadConfiguration, type Config } from './config.ts';

/** What a till keeps on disk, open and its own. */
export interface Books {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly holderKeys: HolderKeys;
  close(): void;
}

/** @throws StoreRefused, HolderKeyMissing, BadConfiguration; then nothing is left open */
export async function openBooks(config: Config, clock: Clock): Promise<Books> {
  const giveBack = lockFolder(config.dataFolder);
  let store: Store | null = null;
  const close = () => {
    store?.close();
    giveBack();
  };
  try {
    store = createStore(openDatabase(config.dataFolder));
    const time = createTimeKeeper(clock, store.journal);
    const begun = store.journal.head().seq > 0;
    if (begun) demandOwnJournal(store, config);
    const holderKeys = createHolderKeys(loadHolderSecret(config.dataFolder, begun ? 'begun' : 'empty'));
    if (begun) installPolicy(store, config, time.now());
    else await beginJournal(store, holderKeys, config, time.now());
    return { store, time, holderKeys, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Another outlet's purchases, or a demonstration's invented ones, must never count in this shop. */
function demandOwnJournal({ journal }: Store, { outlet, purpose, dataFolder }: Config): void {
  const [first] = journal.entriesAfter(0);
  const opening = first ? parseFact(first.fact) : null;
  if (opening?.kind !== 'journal-opened') throw new Error('the journal does not begin with its opening');
  if (opening.outlet === outlet.code && opening.purpose === purpose) return;
  throw new BadConfiguration(
    `${dataFolder} holds the journal of a ${opening.purpose} at outlet ${opening.outlet}, ` +
      `not of a ${purpose} at ${outlet.code}: set TERMINAL_DATA to another folder`,
  );
}

/** A change of rules is an entry, so that the journal says by which rules each sale was made. */
function installPolicy(store: Store, { policy }: Config, at: Instant): void {
  if (JSON.stringify(store.policies.installed()) === JSON.stringify(policy)) return;
  store.transact(() => store.record({ kind: 'policy-installed', pack: policy }, at));
}

async function beginJournal(
  store: Store,
  holderKeys: HolderKeys,
  { outlet, policy, purpose }: Config,
  now: Instant,
): Promise<void> {
  // A demonstration gives itself a past, so its journal begins before it.
  const at = purpose === 'demo' ? startOfDay(addDays(businessDayOf(now), -3)) : now;
  store.transact(() => {
    store.record({ kind: 'journal-opened', journalId: randomUUID(), outlet: outlet.code, purpose }, at);
    store.record({ kind: 'policy-installed', pack: policy }, at);
  });
  if (purpose === 'demo') {
    const { writeDemoHistory } = await import('#fixtures/demo-history');
    await writeDemoHistory({ store, holderKeys, policy, now });
  }
}
