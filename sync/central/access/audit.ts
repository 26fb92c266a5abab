import type { Deed } from '#central-api';
import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { Access } from './rights.ts';

/** Who asked for what. Written before it is done, so that nothing is done that is not written. */
export type Audit = (who: Access, deed: Deed, detail: object) => Promise<void>;

export const createAudit =
  (deps: {
    readonly database: CentralDatabase;
    readonly clock: Pick<Clock, 'now'>;
    readonly newId: () => string;
  }): Audit =>
  async ({ name, role, scope }, deed, detail) => {
    const who = scope === '' ? `${name} (${role})` : `${name} (${role} ${scope})`;
    await deps.database.inReference((statements) =>
      statements.insertMany(
        'audit',
        ['id', 'at', 'who', 'deed', 'detail'],
        [[deps.newId(), deps.clock.now(), who, deed, JSON.stringify(detail)]],
      ),
    );
  };
