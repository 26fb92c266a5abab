import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instantOf, type OutletCode, outletCodeSchema } from '#rules';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { type OutletImport, readOutlets } from '../outlets/outlet-import.ts';
import { type MaskdataForm, maskdataFile, maskdataLine, type PublishedOutlet } from './maskdata.ts';

const folder = new URL('../../../../shared/data/', import.meta.url);
const at = instantOf('2020-03-03T11:23:40+08:00');
const outlet: PublishedOutlet = {
  outlet: outletCodeSchema.parse('592202A296'),
  name: '示範藥局',
  address: '臺北市中正區示範路１號',
  phone: '(02)00000000',
  pieces: { adult: 12, child: 0 },
};

/** The authority's own files where they are at hand, and one of the same shape where they are not. */
function files(): readonly (readonly [string, Buffer])[] {
  if (!existsSync(folder)) {
    const lines = ['0145080011', '592202A296'].map((code, i) =>
      maskdataLine({ ...outlet, outlet: code as OutletCode, pieces: { adult: i, child: 7 } }),
    );
    return [
      [
        'generated',
        maskdataFile(
          lines.filter((line) => line !== null),
          at,
        ),
      ],
    ];
  }
  return readdirSync(folder)
    .filter((name) => /^maskdata_2020.*\.gz$/.test(name))
    .map((name) => [name, gunzipSync(readFileSync(new URL(name, folder)))]);
}

const formOf = (text: string): MaskdataForm => ({
  adultHeading: text.includes('成人口罩總剩餘數') ? '成人口罩總剩餘數' : '成人口罩剩餘數',
  lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
});

function outletsOf(imported: OutletImport): readonly ListedOutlet[] {
  if (!imported.ok) throw new Error(imported.fault);
  expect(imported.refused).toEqual([]);
  return imported.outlets;
}

describe('maskdata.csv', () => {
  it.each(files())('%s is read and written again byte for byte', (_, file) => {
    const text = file.toString('utf8');
    const rows = text.trimEnd().split(/\r?\n/).slice(1);
    const stock = new Map(rows.map((row) => row.split(',')).map(([code, , , , a, c]) => [code, { a, c }]));
    const lines = outletsOf(readOutlets(file)).map((listed) => {
      const { a, c } = stock.get(listed.outlet) ?? {};
      return maskdataLine({ ...listed, pieces: { adult: Number(a), child: Number(c) } }) ?? '';
    });
    const time =
      rows[0]
        ?.split(',')
        .at(-1)
        ?.replace(/^(\d+)\/(\d+)\/(\d+) /, '$1-$2-$3T') ?? '';
    const written = maskdataFile(lines, instantOf(`${time}+08:00`), formOf(text));
    expect(written.equals(file)).toBe(true);
  });

  it('leaves out an outlet that has neither kind, and only that', () => {
    const having = (adult: number, child: number) => maskdataLine({ ...outlet, pieces: { adult, child } });
    expect(having(0, 0)).toBeNull();
    expect(having(0, 1)).toContain(',0,1,');
    expect(having(1, 0)).toContain(',1,0,');
  });

  it('has no quotes: what would need them becomes full-width', () => {
    const line = maskdataLine({ ...outlet, name: '示範"大",藥局\n', address: 'A,B' });
    expect(line?.split(',')).toHaveLength(7);
    expect(line).toContain('示範＂大＂，藥局 ,A，B,');
  });

  it('is a heading alone where nothing is left', () => {
    expect(maskdataFile([], at).toString().trimEnd().split('\r\n')).toHaveLength(1);
  });
});
