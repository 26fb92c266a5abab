import { describe, expect, it } from 'vitest';
import type { CountryStock, Details, Directory, Positions } from '#central-api';
import type { Country } from './country.ts';
import { createCountryColumns } from './country-columns.ts';

const format = 3 as const;
type Columns = Positions | Directory | Details | CountryStock;
type Path = 'stock' | 'positions' | 'directory' | 'details';

/** A centre whose list a test changes, and what may stand between it and the page. */
function aCentre() {
  const asked: string[] = [];
  const kept = new Map<string, Columns>();
  const arrived: Country[] = [];
  let outdated = 0;
  let now = { list: 'a'.repeat(16), codes: ['5901010058'], cursor: 1 };
  let note = '';
  let line: 'whole' | 'broken' = 'whole';
  let change = (columns: Columns): Columns => columns;
  const made = (path: Path): Columns => {
    const { list, codes, cursor } = now;
    const zeros = codes.map(() => 0);
    const head = { format, list };
    if (path === 'positions')
      return { ...head, codes: codes as Positions['codes'], longitudes: zeros, latitudes: zeros };
    if (path === 'directory')
      return {
        ...{ ...head, counties: ['臺北市'], towns: [['中正區', 0]] as Directory['towns'], town: zeros },
        ...{ countiesEnglish: [''], townsEnglish: [''] },
        ...{ names: codes, addresses: codes, phones: codes },
      };
    if (path === 'details')
      return {
        ...{ ...head, weeks: [null], week: zeros, periods: [''], period: zeros },
        ...{ hoursNotes: [], notes: [[0, note]], ownNotes: [], websites: [] },
      };
    return {
      ...{ ...head, at: cursor as CountryStock['at'], cursor, adult: zeros, child: zeros },
      ...{ promised: [], notSelling: [] },
      ...{ heardMinutesAgo: zeros, bandsFrom: { plenty: 100, some: 30 } },
      freshness: { agedAfterMs: 1, oldAfterMs: 2 },
      promises: 'left-out' as const,
      readAt: cursor as CountryStock['at'],
    };
  };
  const answer = async <T>(path: Path, list?: string): Promise<T> => {
    const address = list === undefined ? path : `${path}?list=${list[0]}`;
    asked.push(address);
    if (line === 'broken') throw new Error('no line');
    return (kept.get(address) ?? change(made(path))) as T;
  };
  const columns = createCountryColumns({
    ask: {
      stock: () => answer('stock'),
      positions: (list) => answer('positions', list),
      directory: (list) => answer('directory', list),
      details: (list) => answer('details', list),
    },
    arrived: (country) => void arrived.push(country),
    outdated: () => {
      outdated += 1;
    },
  });
  return {
    ...{ columns, asked, arrived },
    outdated: () => outdated,
    /** The authority's list is another; what caches hold stays as it was. */
    list(name: string, codes: string[]) {
      now = { list: name.repeat(16), codes, cursor: now.cursor + 1 };
    },
    /** An outlet tells something else, which makes no other list. */
    tells(next: string) {
      note = next;
    },
    keepInCache: (path: Path, as: object = {}) => kept.set(path, { ...made(path), ...as } as Columns),
    breakLine: (how: typeof line) => {
      line = how;
    },
    answersBecome: (next: typeof change) => {
      change = next;
    },
  };
}

describe('the columns on this device', () => {
  it('are fetched once, and names when somebody wants them', async () => {
    const { columns, asked } = aCentre();
    const first = await columns.figures();
    expect(await columns.figures()).toBe(first);
    expect(asked).toEqual(['stock', 'positions']);
    const whole = await columns.whole();
    expect([whole.depth, whole.outlet(0)?.name]).toEqual(['directory', '5901010058']);
    expect(await columns.figures()).toBe(whole);
    // Its figures are of now, and places are kept.
    expect(asked.slice(2)).toEqual(['stock', 'directory', 'details']);
  });

  it('that a cache has of the list before are asked for by the name of the new one', async () => {
    const { columns, asked, list, keepInCache } = aCentre();
    keepInCache('positions');
    keepInCache('directory');
    keepInCache('details');
    list('b', ['5901010058', '592202A296']);
    const country = await columns.whole();
    expect([country.list[0], country.size, country.code(1)]).toEqual(['b', 2, '592202A296']);
    expect(asked).toEqual([
      ...['stock', 'positions', 'directory', 'details'],
      ...['positions?list=b', 'directory?list=b', 'details?list=b'],
    ]);
  });

  it('have what an outlet tells of itself anew, though the list is the same', async () => {
    const { columns, tells } = aCentre();
    expect((await columns.whole()).outlet(0)?.note).toBe('');
    tells('下午發號碼牌');
    expect((await columns.renew()).outlet(0)?.note).toBe('下午發號碼牌');
  });

  it('are all of the new list after an outlet went and another came', async () => {
    const { columns, arrived, list } = aCentre();
    await columns.whole();
    list('b', ['592202A296']);
    const country = await columns.renew();
    expect(arrived.at(-1)).toBe(country);
    expect([country.depth, country.code(0), country.outlet(0)?.name]).toEqual([
      ...['directory', '592202A296', '592202A296'],
    ]);
    expect(country.indexOf('5901010058' as never)).toBeUndefined();
  });

  it('keep their names over a line that broke', async () => {
    const { columns, list, breakLine } = aCentre();
    await columns.whole();
    list('b', ['592202A296']);
    breakLine('broken');
    await expect(columns.renew()).rejects.toThrow('no line');
    breakLine('whole');
    expect((await columns.renew()).outlet(0)?.name).toBe('592202A296');
  });

  it('are asked for one after another, and two who want them anew wait for the same', async () => {
    const { columns, asked } = aCentre();
    await Promise.all([columns.figures(), columns.whole(), columns.renew(), columns.renew()]);
    expect(asked).toEqual(['stock', 'positions', 'stock', 'directory', 'details', 'stock', 'details']);
  });

  it('are none where two processes of the centre never agree', async () => {
    const { columns, arrived, keepInCache, list } = aCentre();
    keepInCache('stock');
    list('b', ['592202A296']);
    await expect(columns.figures()).rejects.toThrow('do not belong together');
    expect(arrived).toEqual([]);
  });
});

describe('columns of another format', () => {
  it('that is newer are read no more, which is said once', async () => {
    const { columns, arrived, asked, outdated, answersBecome } = aCentre();
    await columns.whole();
    answersBecome((answer) => ({ ...answer, format: 4 }) as never);
    await expect(columns.renew()).rejects.toThrow();
    expect([outdated(), arrived.length]).toEqual([1, 1]);
    const before = asked.length;
    await expect(columns.figures()).rejects.toThrow();
    await expect(columns.renew()).rejects.toThrow();
    expect([outdated(), asked.length]).toEqual([1, before]);
  });

  it('that is older came out of a cache, and are asked for by name', async () => {
    const { columns, asked, outdated, keepInCache } = aCentre();
    keepInCache('positions', { format: undefined });
    expect((await columns.figures()).size).toBe(1);
    expect([asked.at(-1), outdated()]).toEqual(['positions?list=a', 0]);
  });
});
