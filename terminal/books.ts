import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseFact } from '#protocol';
import { addDays, businessDayOf, type Clock, type Instant, type OutletCode, startOfDay } from '#rules';
import {
  createHolderKeys,
  createPolicyBook,
  createTimeKeeper,
  createWrittenSoon,
  type HolderKeys,
  type HolderSecrets,
  openHolderSecrets,
  type TimeKeeper,
} from '#services';
import { createStore, lockFolder, openDatabase, type Store, StoreRefused } from '#store';
import { BadConfiguration, type Config } from './config.ts';
import { restoringFolder } from './restore.ts';

/** What a till keeps on disk, open and its own. */
export interface Books {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly holderKeys: HolderKeys;
  /** Of which the keys are made. */
  readonly secrets: HolderSecrets;
  close(): void;
}

/** @throws StoreRefused, HolderKeyMissing, BadConfiguration; then nothing is left open */
export function openBooks(config: Config, clock: Clock, onFault: (error: unknown) => void): Books {
  if (existsSync(restoringFolder(config.dataFolder))) {
    throw new StoreRefused('damaged', `a restore of ${config.dataFolder} was cut off: run it again`);
  }
  const giveBack = lockFolder(config.dataFolder);
  const opened: (() => void)[] = [giveBack];
  const close = () => {
    for (const undo of opened.splice(0).reverse()) undo();
  };
  try {
    const store = createStore(openDatabase(config.dataFolder));
    opened.push(store.close);
    const begun = store.journal.head().seq > 0;
    if (begun) demandOwnJournal(store, config);
    const secrets = openHolderSecrets(config.dataFolder, begun ? 'begun' : 'empty');
    const { clockDoubt: read, keepClockDoubt: write } = store.working;
    const { written: recall, keep, close: writeDoubt } = createWrittenSoon({ read, write, onFault });
    opened.push(writeDoubt);
    const time = createTimeKeeper(clock, store.journal, { recall, keep });
    return { store, time, holderKeys: createHolderKeys(secrets), secrets, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Whose journal it is; `null` while it is empty. */
export function outletOf({ journal }: Store): OutletCode | null {
  return openingOf(journal)?.outlet ?? null;
}

function openingOf(journal: Store['journal']) {
  const [first] = journal.page(0, 1);
  if (!first) return null;
  const opening = parseFact(first.fact);
  if (opening.kind !== 'journal-opened') throw new Error('the journal does not begin with its opening');
  return opening;
}

/** Another outlet's purchases, or a demonstration's invented ones, must never count in this shop. */
function demandOwnJournal({ journal }: Store, { outlet, purpose, dataFolder }: Config): void {
  const opening = openingOf(journal);
  if (!opening) return;
  const own = outlet.code === null || opening.outlet === outlet.code;
  if (own && opening.purpose === purpose) return;
  throw new BadConfiguration(
    `${dataFolder} holds the journal of a ${opening.purpose} at outlet ${opening.outlet}, ` +
      `not of a ${purpose} at ${outlet.code ?? 'any outlet'}: set TERMINAL_DATA to another folder`,
  );
}

/** The first entries of a journal: whose it is, and by which rules it decides. */
export function beginJournal(
  store: Store,
  { policy, purpose }: Config,
  opening: { readonly outlet: OutletCode; readonly at: Instant },
): void {
  const { outlet, at } = opening;
  store.transact(() => {
    store.record({ kind: 'journal-opened', journalId: randomUUID(), outlet, purpose }, at);
    store.record({ kind: 'policy-installed', pack: policy }, at);
  });
}

/**
 * A change of rules is an entry, so that the journal says by which rules each sale was made. Once the centre has sent
 * rules, those of the settings count no more.
 */
export function installPolicy(store: Store, { policy }: Config, at: Instant): void {
  const last = store.policies.installed().at(-1)?.pack;
  if (store.policies.origin() === 'centre' || JSON.stringify(last) === JSON.stringify(policy)) return;
  store.transact(() => store.record({ kind: 'policy-installed', pack: policy }, at));
}

/** Days of past. A demonstration shows what weeks bring; a drill is begun again and again, and needs a counter that sells. */
const pastDays: Readonly<Record<Exclude<Config['purpose'], 'shop'>, number>> = { demo: 21, drill: 3 };

/** A demonstration gives itself a past, so its journal begins before it. */
export async function beginDemonstration(
  { store, holderKeys, time }: Books,
  config: Config,
  outlet: { readonly code: OutletCode; readonly name: string },
): Promise<void> {
  const now = time.now();
  const days = pastDays[config.purpose === 'drill' ? 'drill' : 'demo'];
  if (store.journal.head().seq === 0) {
    // The goods of the first day came on the day before it.
    const at = startOfDay(addDays(businessDayOf(now), -days - 1));
    beginJournal(store, config, { outlet: outlet.code, at });
  }
  const journalId = openingOf(store.journal)?.journalId ?? randomUUID();
  const { writeDemoHistory } = await import('#fixtures/demo-history');
  const policies = createPolicyBook(store.policies);
  await writeDemoHistory({ store, holderKeys, policies, now, days, outletName: outlet.name, journalId });
}
