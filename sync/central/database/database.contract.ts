import { describe, expect, it } from 'vitest';
import type { OutletCode } from '#rules';
import type { CentralDatabase, Statements, Value } from './database.ts';

/** A fresh and empty database, closed when the test ends. */
export type OpenDatabase = () => Promise<CentralDatabase>;

const [here, there] = ['5901010058', '5931010012'] as [OutletCode, OutletCode];
const feedColumns = ['outlet', 'number', 'source', 'at', 'item'];
const item = (number: number, outlet: OutletCode = here): Value[] => [outlet, number, `s${number}`, 1, '{}'];
const addItem =
  (number: number, outlet: OutletCode = here) =>
  (statements: Statements) =>
    statements.insertMany('feed', feedColumns, [item(number, outlet)]);
const countOf = async (database: CentralDatabase) =>
  (await database.reading.get<{ n: number }>('SELECT count(*) AS n FROM feed'))?.n;

/** What every database of the centre's does. */
export function describeDatabase(open: OpenDatabase): void {
  describe('a database', () => {
    it('keeps all of a transaction, or nothing of it', async () => {
      const database = await open();
      const failing = database.inOutlet(here, async (statements) => {
        await addItem(1)(statements);
        throw new Error('thought better of it');
      });
      await expect(failing).rejects.toThrow('thought better of it');
      expect(await countOf(database)).toBe(0);
      await database.inOutlet(here, addItem(1));
      expect(await countOf(database)).toBe(1);
    });

    it('undoes a transaction that throws, and none of those that wait beside it', async () => {
      const database = await open();
      const works = [1, 2, 3, 4].map((n) =>
        database.inOutlet(n % 2 ? here : there, async (statements) => {
          await addItem(n)(statements);
          if (n === 2) throw new Error('no');
          return n;
        }),
      );
      const ends = await Promise.allSettled(works);
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      const { reading } = database;
      const rows = await reading.all<{ number: number }>('SELECT number FROM feed ORDER BY number');
      expect(rows.map(({ number }) => number)).toEqual([1, 3, 4]);
    });

    it.each(['inOutlet', 'inSlot'] as const)(
      '%s: whoever adds to what was read loses nothing',
      async (way) => {
        const database = await open();
        await database.inReference((statements) =>
          statements.insertMany('outlets', outletColumns, [[here, ...Array(11).fill('')]]),
        );
        const addOne = async (statements: Statements) => {
          const last = await statements.get<{ n: number | null }>('SELECT max(number) AS n FROM feed');
          await addItem((last?.n ?? 0) + 1)(statements);
        };
        const add = () => (way === 'inOutlet' ? database.inOutlet(here, addOne) : database.inSlot(3, addOne));
        await Promise.all(Array.from({ length: 20 }, add));
        expect(await countOf(database)).toBe(20);
      },
    );

    it('shows nobody what is not committed', async () => {
      const database = await open();
      let seen: Promise<unknown> = Promise.resolve();
      await database.inOutlet(here, async (statements) => {
        await addItem(1)(statements);
        seen = countOf(database);
        await addItem(2)(statements);
      });
      expect([0, 2]).toContain(await seen);
      expect(await countOf(database)).toBe(2);
    });

    it('inserts many, leaves those that are there, and says how many were new', async () => {
      const database = await open();
      const rows = Array.from({ length: 1_200 }, (_, i) => item(i + 1));
      await database.inOutlet(here, addItem(7));
      const inserted = await database.inOutlet(here, (statements) =>
        statements.insertMany('feed', feedColumns, rows),
      );
      expect(inserted).toBe(1_199);
      const none = await database.inOutlet(here, (statements) =>
        statements.insertMany('feed', feedColumns, []),
      );
      expect(none).toBe(0);
    });

    it('inserts what is new, and nothing where one of it is not', async () => {
      const database = await open();
      const insert = (rows: readonly (readonly Value[])[]) =>
        database.inOutlet(here, (statements) => statements.insertNew('feed', feedColumns, rows));
      expect(await insert([item(1), item(2)])).toBe(2);
      expect(await insert([])).toBe(0);
      await expect(insert([item(3), item(2)])).rejects.toThrow(/unique/i);
      expect(await countOf(database)).toBe(2);
    });

    it('inserts one alone once, however many try at the same time', async () => {
      const database = await open();
      const tries = Array.from({ length: 12 }, () => database.insertAlone('feed', feedColumns, item(1)));
      expect((await Promise.all(tries)).reduce((sum, inserted) => sum + inserted, 0)).toBe(1);
      expect(await database.insertAlone('feed', feedColumns, item(2))).toBe(1);
      expect(await countOf(database)).toBe(2);
      await expect(database.insertAlone('feed', ['outlet'], [here])).rejects.toThrow(/null/i);
    });

    it('gives back what it was given: bytes, nothing, great numbers and any text', async () => {
      const database = await open();
      const hashes = Buffer.from('00ff27225c7b7d0a', 'hex');
      const text = `{"a":"'"\\ ,{}"} 台北 \n`;
      const at = Number.MAX_SAFE_INTEGER;
      const columns = ['outlet', 'till_id', 'last_seq', 'first_seq', 'hashes', 'sales', 'accepted_at'];
      await database.inOutlet(here, (statements) =>
        statements.insertMany('batches', columns, [
          [here, 'a', 1, 1, hashes, text, at],
          [here, 'b', 1, 1, hashes, null, 0],
        ]),
      );
      const rows = await database.reading.all<object>(
        'SELECT hashes, sales, accepted_at AS at FROM batches ORDER BY till_id',
      );
      expect(rows).toEqual([
        { hashes, sales: text, at },
        { hashes, sales: null, at: 0 },
      ]);
    });

    it('counts and sums in numbers', async () => {
      const database = await open();
      await database.inOutlet(here, addItem(4));
      const row = await database.reading.get(
        'SELECT count(*) AS n, sum(number) AS s, max(number) AS m FROM feed',
      );
      expect(row).toEqual({ n: 1, s: 4, m: 4 });
      expect(await database.reading.get('SELECT number FROM feed WHERE number = ?', [5])).toBeNull();
    });

    it('finds any of a list of texts', async () => {
      const database = await open();
      const odd = ['plain', 'with "quotes"', 'back\\slash', "it's", 'a,b', '{}', ''];
      const rows = odd.map((source, i) => [here, i, source, 1, '']);
      await database.inOutlet(here, (statements) => statements.insertMany('feed', feedColumns, rows));
      const { reading } = database;
      const sql = `SELECT source FROM feed WHERE outlet = ? AND ${reading.anyOf('source')} ORDER BY number`;
      const found = await reading.all<{ source: string }>(sql, [here, reading.list([...odd, 'another'])]);
      expect(found.map(({ source }) => source)).toEqual(odd);
      expect(await reading.all(sql, [here, reading.list([])])).toEqual([]);
    });

    it('ends after what is under way', async () => {
      const database = await open();
      const under = database.inOutlet(here, addItem(1));
      await Promise.all([under, database.close()]);
    });
  });
}

const outletColumns = [
  ...['outlet', 'name', 'address', 'phone', 'county', 'town', 'village', 'chain'],
  ...['service_periods', 'note', 'own_note', 'website'],
];
