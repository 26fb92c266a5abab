import type { Database } from 'better-sqlite3';

/** One writer: works wait for their turn, and those that wait at the same time are committed together. */
export interface GroupCommit {
  /** Resolves after the commit that holds `work`. A work that throws undoes itself and nobody else. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Until nothing is under way. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** So that the first of a group does not wait for hundreds. */
const mostTogether = 256;

/** @param breathe lets others run: before a group, so that more can join it, and between its works */
export function createGroupCommit(db: Database, breathe: () => Promise<void>): GroupCommit {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => db.prepare(sql));
  const [savepoint, release, undo] = ['SAVEPOINT one', 'RELEASE one', 'ROLLBACK TO one'].map((sql) =>
    db.prepare(sql),
  );
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;

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

  async function commitTogether(group: readonly Waiting[]): Promise<void> {
    try {
      begin?.run();
      const ends: (() => void)[] = [];
      for (const each of group) {
        if (ends.length > 0) await breathe();
        ends.push(await carryOut(each));
      }
      commit?.run();
      for (const end of ends) end();
    } catch (error) {
      if (db.inTransaction) rollback?.run();
      for (const { reject } of group) reject(error);
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await breathe();
      await commitTogether(waiting.splice(0, mostTogether));
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
  };
}
