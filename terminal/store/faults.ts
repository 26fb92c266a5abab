/** Why the store cannot be opened. What the program does with each is its exit code in `terminal/main.ts`. */
export type StoreRefusal =
  /** Not a till database, or one whose pages do not hold together: restore a backup. Nothing was changed. */
  | 'damaged'
  /** Made by a newer version of this program: install that version. Nothing was changed. */
  | 'newer-version'
  /** Another till works on this folder. */
  | 'in-use'
  /** SQLite does not keep `synchronous = FULL`, so a sale might not survive a power cut. */
  | 'not-durable'
  /** The folder or the file cannot be written. */
  | 'not-writable';

export class StoreRefused extends Error {
  readonly refusal: StoreRefusal;

  constructor(refusal: StoreRefusal, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'StoreRefused';
    this.refusal = refusal;
  }
}

/** What a failed write means to the person at the counter; `null` if the error did not come from storage. */
export function storageFault(error: unknown): 'storage-full' | 'storage-failed' | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  return code === 'SQLITE_FULL' ? 'storage-full' : 'storage-failed';
}

/** `SQLITE_…` with its extension, or `null`. */
export function sqliteCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}
