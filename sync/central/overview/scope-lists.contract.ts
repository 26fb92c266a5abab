import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDay, type OutletCode } from '#rules';
import { type Access, maySee } from '../access/rights.ts';
import { inScope } from '../access/scope.ts';
import type { CentralDatabase } from '../database/database.ts';
import { readConflictPage } from './conflicts-seen.ts';
import { readDeliveryPage } from './deliveries.ts';

const day = '2020-03-12' as BusinessDay;
const outlet = (n: number) => String(5_900_000_000 + n) as OutletCode;
/** The first is of another county and chain than the rest; of the last nothing is known. */
const places = Array.from({ length: 5 }, (_, n) => ({
  outlet: outlet(n),
  county: n === 0 ? '澎湖縣' : n === 4 ? '' : '臺北市',
  chain: n === 1 ? '大樹' : '',
}));
const who = (role: Access['role'], scope = ''): Access => ({ name: 'somebody', role, scope });
const scopes: readonly Access[] = [
  ...[who('authority'), who('county', '臺北市'), who('county', '澎湖縣'), who('county')],
  ...[who('chain', '大樹'), who('chain'), who('outlet', outlet(2)), who('outlet', '5900')],
];

/** What the lists of the centre's page show of a scope, on any database. */
export function describeScopeLists(open: () => Promise<CentralDatabase>): void {
  describe('what is listed for a scope', () => {
    const begun = async () => {
      const database = await open();
      const texts = ['name', 'address', 'phone', 'town', 'village', 'service_periods', 'note', 'own_note'];
      const columns = ['outlet', 'county', 'chain', ...texts, 'website'];
      for (const place of places) {
        const row = [place.outlet, place.county, place.chain, ...texts.map(() => ''), ''];
        await database.inOutlet(place.outlet, (statements) =>
          statements.insertMany('outlets', columns, [row]),
        );
      }
      return database;
    };

    it('is of the outlets that one may see, and of no other', async () => {
      const { reading } = await begun();
      for (const access of scopes) {
        const { sql, values } = inScope(access, 'outlet');
        const rows = await reading.all(`SELECT outlet FROM outlets WHERE ${sql} ORDER BY outlet`, values);
        const seen = places.filter((place) => maySee(access, place)).map(({ outlet }) => ({ outlet }));
        expect(rows, JSON.stringify(access)).toEqual(seen);
      }
    });

    it('has every delivery once, page by page, those first that came otherwise, and the sum of all', async () => {
      const database = await begun();
      const columns = ['outlet', 'delivery_id', 'day', 'adult', 'child', 'note', 'announced_at'];
      const received = ['received_adult', 'received_child', 'received_at'];
      const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      for (let n = 0; n < 20; n++) {
        // Of each five: one is due, one came otherwise, three came as announced; every other is of the day before.
        const came = n % 5 === 0 ? [null, null, null] : [n % 5 === 1 ? 550 : 600, 0, 2];
        const row = [outlet(n % 3), id(n), n % 2 ? addDays(day, -1) : day, 600, 0, '', 1, ...came];
        await database.inOutlet(outlet(n % 3), (statements) =>
          statements.insertMany('deliveries', [...columns, ...received], [row]),
        );
      }
      const all = async (access: Access, wanted: { readonly day?: BusinessDay } = {}) => {
        const ids: string[] = [];
        const sums = new Set<string>();
        for (let after: string | null | undefined; after !== null; ) {
          const page: Awaited<ReturnType<typeof readDeliveryPage>> = await readDeliveryPage(
            ...([database.reading, access, { ...wanted, after, most: 3 }] as const),
          );
          ids.push(...page.deliveries.map(({ deliveryId }) => deliveryId));
          sums.add(JSON.stringify(page.sum));
          after = page.next;
        }
        return { ids, sums: [...sums].map((text) => JSON.parse(text)) };
      };
      const whole = await all(who('authority'));
      expect(new Set(whole.ids).size).toBe(20);
      expect(whole.ids).toHaveLength(20);
      expect(whole.sums).toEqual([{ announced: 20, received: 16, differ: 4 }]);
      const today = await all(who('authority'), { day });
      expect(today.ids.slice(0, 2).sort()).toEqual([id(6), id(16)]);
      expect(today.sums).toEqual([{ announced: 10, received: 8, differ: 2 }]);
      const islands = await all(who('county', '澎湖縣'));
      expect(islands.ids.sort()).toEqual([0, 3, 6, 9, 12, 15, 18].map(id));
      expect((await all(who('county', '花蓮縣'))).sums).toEqual([{ announced: 0, received: 0, differ: 0 }]);
    });

    it("has a county's conflict, however many newer ones others have", async () => {
      const database = await begun();
      const side = (n: number) =>
        JSON.stringify({
          id: { outlet: outlet(n), tillId: 'x', seq: 1 },
          day,
          at: 1,
          kind: 'adult',
          pieces: 3,
        });
      const id = (n: number) => n.toString(16).padStart(32, '0');
      const columns = [
        'holder_slot',
        'holder_key',
        'conflict_id',
        'earlier',
        'later',
        'found_at',
        'ended_at',
      ];
      const rows = Array.from({ length: 30 }, (_, n) => [
        ...[0, 'a'.repeat(64), id(n), side(n === 0 ? 0 : 1), side(2), 1_000 + n, n === 5 ? 1 : null],
      ]);
      await database.inSlot(0, (statements) => statements.insertMany('conflicts', columns, rows));
      const page = (access: Access, after?: string) =>
        readConflictPage(database, access, { state: 'open', most: 10, after });
      const islands = await page(who('county', '澎湖縣'));
      expect(islands.conflicts.map(({ conflictId }) => conflictId)).toEqual([id(0)]);
      expect(islands.next).toBeNull();
      const first = await page(who('chain', '大樹'));
      expect(first.conflicts.map(({ foundAt }) => foundAt)).toEqual(
        Array.from({ length: 10 }, (_, n) => 1_029 - n),
      );
      const second = await page(who('chain', '大樹'), first.next ?? '');
      expect(second.conflicts[0]?.foundAt).toBe(1_019);
      expect((await page(who('outlet', outlet(4)))).conflicts).toEqual([]);
      const ended = await readConflictPage(database, who('authority'), { state: 'all', most: 100 });
      expect(ended.conflicts).toHaveLength(30);
    });
  });
}
