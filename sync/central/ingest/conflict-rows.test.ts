import { expect, it } from 'vitest';
import { instant } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { type ConflictPlace, readConflicts } from './conflict-rows.ts';

it('is read page by page, none lost and none twice, though many were found in one instant', async () => {
  const database = openSqliteDatabase({ folder: ':memory:' });
  const id = (n: number) => n.toString(16).padStart(32, '0');
  const side = JSON.stringify({});
  const row = (n: number) => [
    0,
    'a'.repeat(64),
    id(n),
    side,
    side,
    n < 8 ? 1_000 : 2_000,
    n === 3 ? 5 : null,
  ];
  const columns = ['holder_slot', 'holder_key', 'conflict_id', 'earlier', 'later', 'found_at', 'ended_at'];
  await database.inSlot(0, (statements) =>
    statements.insertMany(
      'conflicts',
      columns,
      Array.from({ length: 10 }, (_, n) => row(n)),
    ),
  );
  await database.inReference((statements) =>
    statements.insertMany(
      'past_conflicts',
      ['outlet', 'conflict_id', 'earlier', 'later', 'found_at', 'ended_at'],
      [['5901010058', id(10), side, side, 1_000, null]],
    ),
  );
  async function read(state: 'open' | 'all'): Promise<string[]> {
    const ids: string[] = [];
    let place: ConflictPlace | undefined = { foundAt: instant(Number.MAX_SAFE_INTEGER), conflictId: '' };
    while (place) {
      const page: Awaited<ReturnType<typeof readConflicts>> = await readConflicts(
        ...([database.reading, state, place, 3] as const),
      );
      ids.push(...page.map(({ conflictId }) => conflictId));
      place = page.at(-1);
    }
    return ids;
  }
  expect(await read('all')).toEqual([8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 10].map(id));
  expect(await read('open')).toEqual([8, 9, 0, 1, 2, 4, 5, 6, 7].map(id));
  await database.close();
});
