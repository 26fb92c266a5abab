import { type TillName, tillNameText } from '#protocol';
import type { OutletCode } from '#rules';
import type { HolderSlot } from '../database/database.ts';
import { type CarryOver, everySlot } from './carry-over.ts';
import { createSalesAtHand } from './sales-at-hand.ts';
import type { Settling } from './settle.ts';
import type { SoldBatch } from './waiting-sales.ts';

/** Settles what was accepted and carries over what follows from it, one round after another. */
export interface SettlingLoop {
  /** This batch waits. Does not wait for it; what breaks is told to `onFault`. */
  begin(batch: SoldBatch): void;
  /** Words of these slots wait to be carried over. The same. */
  carry(slots: readonly HolderSlot[]): void;
  /** Everything that waits, whoever accepted it, until nothing is left. @throws a fault of the database */
  work(): Promise<void>;
  /** After the round that is under way; what still waits is settled at the next start. */
  end(): Promise<void>;
}

export interface SettlingLoopDeps {
  readonly settling: Settling;
  readonly carryOver: CarryOver;
  /** A round is done; these outlets have news in their feeds. */
  readonly onSettled: (news: readonly OutletCode[]) => void;
  readonly onFault: (error: unknown) => void;
  /**
   * Waits after a round that left nothing, until enough has come or somebody is in a hurry: a round of few purchases
   * costs almost as much as one of many.
   */
  readonly gather?: () => Promise<void>;
}

/** In sales at hand: with more, none of them would cost less. */
const enough = 4_000;

export function createSettlingLoop({
  settling,
  carryOver,
  onSettled,
  onFault,
  gather = async () => {},
}: SettlingLoopDeps): SettlingLoop {
  /** Tills of which batches are to be read. */
  let waiting = new Map<string, TillName>();
  const atHand = createSalesAtHand();
  let words = new Set<HolderSlot>();
  let running: Promise<void> | null = null;
  let hurried = 0;
  let endRest = (): void => {};
  let ended = false;

  const add = (tills: readonly TillName[]) => {
    for (const { outlet, tillId } of tills) waiting.set(tillNameText({ outlet, tillId }), { outlet, tillId });
  };

  /** What is left of a round goes before what has come in the meantime, so that no till is starved. */
  const addInFront = (tills: readonly TillName[]) => {
    const since = [...waiting.values()];
    waiting = new Map();
    add([...tills, ...since]);
  };

  /** @returns what comes after it, unless somebody is in a hurry */
  async function round(): Promise<'go-on' | 'rest'> {
    const batches = atHand.take();
    const tills = [...waiting.values()];
    const spoken = [...words];
    [waiting, words] = [new Map(), new Set()];
    try {
      const { slots, unfinished } = await settling.settle(tills, batches);
      addInFront(unfinished);
      onSettled(await carryOver.carry([...new Set([...spoken, ...slots])]));
      return unfinished.length > 0 || atHand.sales() >= enough ? 'go-on' : 'rest';
    } catch (error) {
      addInFront([...tills, ...batches]);
      for (const slot of spoken) words.add(slot);
      throw error;
    }
  }

  const rest = (): Promise<void> =>
    new Promise((resolve, reject) => {
      endRest = resolve;
      gather().then(resolve, reject);
    });

  async function run(): Promise<void> {
    try {
      while (waiting.size + atHand.sales() + words.size > 0 && !ended) {
        const then = await round();
        if (then === 'rest' && hurried === 0) await rest();
      }
    } finally {
      running = null;
    }
  }

  const start = async (): Promise<void> => {
    if (ended) return;
    running ??= run();
    await running;
  };

  // Under load a run does not end for hours: whoever waited for it would be kept as long.
  const startUnlessRunning = (): void => {
    if (running === null) start().catch(onFault);
  };

  return {
    begin(batch) {
      if (atHand.keep(batch) === 'to-be-read') add([batch]);
      if (atHand.sales() >= enough) endRest();
      startUnlessRunning();
    },
    carry(slots) {
      for (const slot of slots) words.add(slot);
      startUnlessRunning();
    },
    async work() {
      hurried++;
      endRest();
      try {
        add(await settling.waiting());
        if (waiting.size > 0) await start();
      } finally {
        hurried--;
      }
      const news = await carryOver.carry(everySlot);
      if (news.length > 0) onSettled(news);
    },
    async end() {
      ended = true;
      await running?.catch(() => {});
    },
  };
}
