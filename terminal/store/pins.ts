import type { Database } from 'better-sqlite3';
import type { OperatorId } from '#rules';

/** What proves a PIN. It never enters the journal, which leaves this machine. */
export interface PinProof {
  readonly salt: Buffer;
  readonly proof: Buffer;
  /** Wrong PINs since the last right one; kept, so that a restart gives nobody new attempts. */
  readonly failures: number;
}

export interface Pins {
  of(operatorId: OperatorId): PinProof | null;
  /** With no failures counted. */
  keep(operatorId: OperatorId, proof: Omit<PinProof, 'failures'>): void;
  countFailure(operatorId: OperatorId): void;
  forgetFailures(operatorId: OperatorId): void;
}

export function createPins(db: Database): Pins {
  const of = db.prepare<[OperatorId], PinProof>(
    'SELECT salt, proof, failures FROM pins WHERE operator_id = ?',
  );
  const keep = db.prepare('INSERT OR REPLACE INTO pins VALUES (?, ?, ?, 0)');
  const fail = db.prepare('UPDATE pins SET failures = failures + 1 WHERE operator_id = ?');
  const forget = db.prepare('UPDATE pins SET failures = 0 WHERE operator_id = ? AND failures > 0');
  return {
    of: (operatorId) => of.get(operatorId) ?? null,
    keep: (operatorId, { salt, proof }) => void keep.run(operatorId, salt, proof),
    countFailure: (operatorId) => void fail.run(operatorId),
    forgetFailures: (operatorId) => void forget.run(operatorId),
  };
}
