import type { Database } from 'better-sqlite3';
import type { Closing } from './database.ts';

/** One writer: works wait for their turn, and those that wait at the same time are committed together. */
export interface GroupCommit {
  /** Resolves after the commit that holds `work`. A work that throws undoes itself and nobody else. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Until nothing is under way. */
  idle(): Promise<void>;
  /** From now on done at the beginning and the end of each group as well. */
  frame(frame: GroupFrame): void;
}

type GroupFrame = Pick<Closing, 'begin' | 'committed'> & { close(): Promise<void> };

interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How the one writer shares the event loop with the requests that come in. */
export interface Pace {
  /** Waits before a group is begun, so that more can join it. @param last how many were in the one before */
  gather(last: number): Promise<void>;
  /** Lets others run, between the works of a group. */
  breathe(): Promise<void>;
  /** Milliseconds that only go forward. */
  elapsed(): number;
  /** Waits until it may write, where another thread of this process writes too. @returns what gives the turn back */
  turn?(): Promise<() => void>;
}

/** Waits for nobody: for who is alone with the database. */
export const noPace: Pace = { gather: async () => {}, breathe: async () => {}, elapsed: () => 0 };

/** So that the first of a group does not wait for hundreds. */
const mostTogether = 256;
const longestMs = 200;
/** Between breaths. After each work it would be so often that the requests that come in keep the writer from its own. */
const breathMs = 5;

export function createGroupCommit(db: Database, { gather, breathe, elapsed, turn }: Pace): GroupCommit {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => db.prepare(sql));
  const [savepoint, release, undo] = ['SAVEPOINT one', 'RELEASE one', 'ROLLBACK TO one'].map((sql) =>
    db.prepare(sql),
  );
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;
  let last = 0;
  const frames: GroupFrame[] = [];

  /** @returns what to tell whoever asked, once it is committed */
  async function carryOut({ work, resolve, reject }: Waiting): Promise<() => void> {
    savepoint?.run();
    try {
      const value = await work();
      release?.run();
      return () => resolve(value);
    } catch (error) {
      // A full disk makes SQLite undo the whole transaction by itself, and so the whole group.
      if (!db.inTransaction) throw error;
      undo?.run();
      release?.run();
      return () => reject(error);
    }
  }

  /** Whoever comes before the group is full joins it. */
  async function commitTogether(): Promise<number> {
    const group: Waiting[] = [];
    const ends: (() => void)[] = [];
    const begun = elapsed();
    let breathed = begun;
    try {
      begin?.run();
      for (const frame of frames) frame.begin();
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        group.push(next);
        ends.push(await carryOut(next));
        if (group.length === mostTogether || elapsed() - begun > longestMs) break;
        if (elapsed() - breathed < breathMs) continue;
        await breathe();
        breathed = elapsed();
      }
      for (const frame of frames) await frame.close();
      commit?.run();
      for (const frame of frames) frame.committed();
      for (const end of ends) end();
    } catch (error) {
      if (db.inTransaction) rollback?.run();
      // Where not even a transaction could be begun, nobody is in the group yet.
      for (const { reject } of group.length > 0 ? group : waiting.splice(0)) reject(error);
    }
    return group.length;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await gather(last);
      const giveBack = await turn?.();
      last = await commitTogether();
      giveBack?.();
    }
    draining = null;
  }

  return {
    run: <T>(work: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
        draining ??= drain();
      }),
    async idle() {
      while (draining) await draining;
    },
    frame: (frame) => void frames.push(frame),
  };
}
