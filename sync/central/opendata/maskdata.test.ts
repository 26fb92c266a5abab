import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instantOf, type OutletCode, outletCodeSchema } from '#rules';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { type OutletImport, readOutlets } from '../outlets/outlet-import.ts';
import {
  latestForm,
  type MaskdataForm,
  maskdataFile,
  maskdataLine,
  type PublishedOutlet,
} from './maskdata.ts';

const folder = new URL('../../../../shared/data/', import.meta.url);
const at = instantOf('2020-03-03T11:23:40+08:00');
const outlet: PublishedOutlet = {
  outlet: outletCodeSchema.parse('592202A296'),
  name: '示範藥局',
  address: '臺北市中正區示範路１號',
  phone: '(02)00000000',
  pieces: { adult: 12, child: 0 },
};

/** In each form that the authority's files have had. */
const generated = (): readonly (readonly [string, Buffer])[] => {
  const lines = ['0145080011', '592202A296'].flatMap(
    (code, i) =>
      maskdataLine({ ...outlet, outlet: code as OutletCode, pieces: { adult: i, child: 7 } }) ?? [],
  );
  const forms: readonly (readonly [string, MaskdataForm])[] = [
    ['of the first day', { byteOrderMark: '', adultHeading: '成人口罩總剩餘數', lineEnd: '\n' }],
    ['of 10 February', { byteOrderMark: '\uFEFF', adultHeading: '成人口罩總剩餘數', lineEnd: '\n' }],
    ['of the morning of 14 February', { ...latestForm, lineEnd: '\n' }],
    ['of later days', latestForm],
  ];
  return forms.map(([name, form]) => [`one ${name}`, maskdataFile(lines, at, form)]);
};

/** The authority's own files, where they are at hand. */
function published(): readonly (readonly [string, Buffer])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^maskdata_.*\.csv(\.gz)?$/.test(name))
    .map((name) => {
      const bytes = readFileSync(new URL(name, folder));
      return [name, name.endsWith('.gz') ? gunzipSync(bytes) : bytes];
    });
}

const formOf = (text: string): MaskdataForm => ({
  byteOrderMark: text.startsWith('\uFEFF') ? '\uFEFF' : '',
  adultHeading: text.includes('成人口罩總剩餘數') ? '成人口罩總剩餘數' : '成人口罩剩餘數',
  lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
});

function outletsOf(imported: OutletImport): readonly ListedOutlet[] {
  if (!imported.ok) throw new Error(imported.fault);
  expect(imported.refused).toEqual([]);
  return imported.outlets;
}

describe('maskdata.csv', () => {
  it.each([...generated(), ...published()])('%s is read and written again byte for byte', (_, file) => {
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
