/** Why the centre's database cannot be opened. */
export type DatabaseRefusal =
  /** Not the centre's database, or its pages do not hold together: restore a backup. Nothing was changed. */
  | 'damaged'
  /** Made by a newer version of this program: install that version. Nothing was changed. */
  | 'newer-version'
  /** Another centre works on this folder: with SQLite there is one. */
  | 'in-use'
  /** SQLite does not keep `synchronous = FULL`, so what was acknowledged might not survive a power cut. */
  | 'not-durable'
  /** The folder or the file cannot be written, or PostgreSQL cannot be reached. */
  | 'not-writable';

export class DatabaseRefused extends Error {
  readonly refusal: DatabaseRefusal;

  constructor(refusal: DatabaseRefusal, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'DatabaseRefused';
    this.refusal = refusal;
  }
}
