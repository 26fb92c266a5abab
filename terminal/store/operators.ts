import type { Database } from 'better-sqlite3';
import type { FactOf } from '#protocol';
import type { Instant, OperatorId, Role } from '#rules';

export interface Operator {
  readonly operatorId: OperatorId;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly lockedUntil: Instant | null;
}

export interface Operators {
  /** Those who work here and those who have left, by role and name. */
  all(): readonly Operator[];
  byId(operatorId: OperatorId): Operator | null;
  projectKept(fact: FactOf<'operator-kept'>): void;
  projectPinSet(operatorId: OperatorId): void;
  projectLocked(operatorId: OperatorId, until: Instant): void;
}

interface Row extends Omit<Operator, 'active'> {
  readonly active: 0 | 1;
}

const columns = 'operator_id AS operatorId, name, role, active, locked_until AS lockedUntil';
const operatorOf = (row: Row): Operator => ({ ...row, active: row.active === 1 });

export function createOperators(db: Database): Operators {
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM operators ORDER BY role, name, operator_id`);
  const byId = db.prepare<[OperatorId], Row>(`SELECT ${columns} FROM operators WHERE operator_id = ?`);
  const keep = db.prepare(
    `INSERT INTO operators VALUES (?, ?, ?, ?, NULL) ON CONFLICT (operator_id) DO UPDATE SET
       name = excluded.name, role = excluded.role, active = excluded.active`,
  );
  const lock = db.prepare('UPDATE operators SET locked_until = ? WHERE operator_id = ?');
  return {
    all: () => all.all().map(operatorOf),
    byId: (operatorId) => {
      const row = byId.get(operatorId);
      return row ? operatorOf(row) : null;
    },
    projectKept: ({ operatorId, name, role, active }) =>
      void keep.run(operatorId, name, role, active ? 1 : 0),
    projectPinSet: (operatorId) => void lock.run(null, operatorId),
    projectLocked: (operatorId, until) => void lock.run(until, operatorId),
  };
}
