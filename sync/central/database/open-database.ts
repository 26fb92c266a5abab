import type { CentralConfig } from '../config.ts';
import type { CentralDatabase } from './database.ts';
import type { Pace } from './group-commit.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { joinSqliteDatabase, openSqliteDatabase } from './sqlite-database.ts';

type Store = CentralConfig['store'];
type Turn = NonNullable<Pace['turn']>;

/** A commit waits for the disk, and whoever writes beside it waits too: it is worth this much more time to have fewer. */
const gatherMs = 10;
const fewWrites = 4;

const breath = (): Promise<void> => new Promise(setImmediate);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const paceOf = (turn: Turn): Pace => ({
  // Where many write, a commit waits for them; whoever writes alone does not wait.
  gather: (last) => (last < fewWrites ? breath() : pause(gatherMs)),
  breathe: breath,
  elapsed: () => performance.now(),
  turn,
});

/** @throws DatabaseRefused */
export const openDatabase = async (store: Store, turn: Turn): Promise<CentralDatabase> =>
  store.type === 'postgres'
    ? openPostgresDatabase({ url: store.url })
    : openSqliteDatabase({ folder: store.folder, pace: paceOf(turn) });

/** The same, in a second thread of the process that has opened it. */
export const joinDatabase = async (store: Store, turn: Turn): Promise<CentralDatabase> =>
  store.type === 'postgres'
    ? openPostgresDatabase({ url: store.url })
    : joinSqliteDatabase({ folder: store.folder, pace: paceOf(turn) });
