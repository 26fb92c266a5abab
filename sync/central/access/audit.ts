import type { Deed } from '#central-api';
import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { Access } from './rights.ts';

/** How it ended: `done`, or the code of the refusal. */
export type Ending = (outcome: string) => Promise<void>;

/** Who asked for what, and what became of it. */
export interface Audit {
  /** Written before it is done, so that nothing is done that is not written. */
  begin(who: Access, deed: Deed, detail: object): Promise<Ending>;
  /** Of what is over already. */
  note(who: Access, deed: Deed, detail: object, outcome: string): Promise<void>;
}

/** Stands in the detail of what is not over. */
export const begun = 'begun';

export function createAudit(deps: {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: () => string;
}): Audit {
  const { database, clock, newId } = deps;

  async function write({ name, role, scope }: Access, deed: Deed, detail: object): Promise<string> {
    const id = newId();
    const who = scope === '' ? `${name} (${role})` : `${name} (${role} ${scope})`;
    const row = [id, clock.now(), who, deed, JSON.stringify(detail)];
    await database.inReference((statements) =>
      statements.insertMany('audit', ['id', 'at', 'who', 'deed', 'detail'], [row]),
    );
    return id;
  }

  return {
    async begin(who, deed, detail) {
      const id = await write(who, deed, { ...detail, outcome: begun });
      return async (outcome) => {
        await database.inReference((statements) =>
          statements.run('UPDATE audit SET detail = ? WHERE id = ?', [
            JSON.stringify({ ...detail, outcome }),
            id,
          ]),
        );
      };
    },
    async note(who, deed, detail, outcome) {
      await write(who, deed, { ...detail, outcome });
    },
  };
}
