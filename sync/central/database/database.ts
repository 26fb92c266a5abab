import type { HolderKey, OutletCode } from '#rules';

export type Value = string | number | Buffer | null;

/**
 * Statements of one transaction. The SQL is the part that SQLite and PostgreSQL share, with `?` for parameters;
 * `anyOf` is the one word that differs. They are good until the transaction's work has settled.
 */
export interface Statements {
  all<Row>(sql: string, parameters?: readonly Value[]): Promise<readonly Row[]>;
  get<Row>(sql: string, parameters?: readonly Value[]): Promise<Row | null>;
  /** @returns rows changed */
  run(sql: string, parameters?: readonly Value[]): Promise<number>;
  /** Many rows at once; one whose key is there already is left as it is. @returns rows inserted */
  insertMany(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<number>;
  /** The same of rows of which this transaction knows that they are new, which costs less. @throws if one is not */
  insertNew(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<number>;
  /** `column` is one of a list of texts, which is one parameter made by `list`. */
  anyOf(column: string): string;
  list(texts: readonly string[]): Value;
}

export type Reading = Pick<Statements, 'all' | 'get' | 'anyOf' | 'list'>;

/** Purchases are spread over so many slots by the first hex digit of the holder's key. */
export const holderSlots = 16;
export type HolderSlot = number;
export const slotOf = (key: HolderKey): HolderSlot => Number.parseInt(key.charAt(0), 16);

/** What all works that share a transaction leave for its end, so that it is done once. */
export interface Closing {
  /** A transaction begins; of the one before nothing is left to do. */
  begin(): void;
  /** Its works are done. @throws and then none of them happened */
  close(statements: Statements): Promise<void>;
  /** It is committed. */
  committed(): void;
}

/**
 * The centre's database. A transaction is always of one place: one outlet, one slot of holders, or the small tables
 * that every node has a copy of. So a database that is spread over machines keeps each on one of them.
 * Transactions of one outlet or of one slot come one after another, whichever process begins them.
 * `work` waits for nothing but its statements, changes nothing else, and may be run again from its beginning.
 * A fault of the system (a full disk, a lost connection) is thrown. What was not committed did not happen; where the
 * connection broke in the very commit, nobody knows, and whoever asked asks again.
 */
export interface CentralDatabase {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * Says what is done at the end of every transaction, before it is committed. `null` where outlets and holders stand in
   * places of their own: no transaction may write to both.
   */
  readonly beforeCommit: ((closing: Closing) => void) | null;
  /** What is committed, outside of any transaction. Never from within one's work. */
  readonly reading: Reading;
  inOutlet<T>(outlet: OutletCode, work: (statements: Statements) => Promise<T>): Promise<T>;
  inSlot<T>(slot: HolderSlot, work: (statements: Statements) => Promise<T>): Promise<T>;
  inReference<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** One row in a transaction of its own, which waits for no other of its place. @returns 0 if its key is there already */
  insertAlone(table: string, columns: readonly string[], row: readonly Value[]): Promise<number>;
  /** After what is under way. */
  close(): Promise<void>;
}
