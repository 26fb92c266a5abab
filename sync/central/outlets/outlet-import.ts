import iconv from 'iconv-lite';
import { type OutletCode, outletCheckDigitHolds, outletCodeSchema } from '#rules';
import { placeOfAddress, regularPlace } from './address.ts';
import { readCsv } from './csv-rows.ts';
import type { ListedOutlet, ListedPart } from './outlet.ts';

/** Why nothing of a file was taken. The list is closed. */
export type FileFault =
  /** Save it as UTF-8 and send it again; guessing would lose the characters that Big5 lacks. */
  | 'big5'
  | 'not-utf-8'
  | 'empty'
  /** There is no heading for the outlets' codes or none for their names. */
  | 'no-heading'
  /** A quote is opened and never closed, so nobody knows where its row ends: look at that row. */
  | 'damaged-csv';

/** Why a row was not taken. The list is closed. */
export type RowFault =
  | 'wrong-number-of-columns'
  /** A character could not be read as UTF-8, or is the NUL that no text has. */
  | 'damaged-text'
  /** Ten characters, as text: a table program that takes a code for a number eats its leading zeros. */
  | 'code-malformed'
  | 'code-twice'
  | 'name-missing'
  | 'place-outside-taiwan'
  | 'service-periods-malformed';

/** What was taken all the same. 29 of 6,807 real codes fail the check digit. */
export type RowDoubt = 'check-digit-does-not-hold' | 'county-unknown';

export interface RowSaid<W extends string> {
  /** Line of the file on which the row begins, the heading is 1. */
  readonly row: number;
  readonly code: string;
  readonly why: W;
}

export type OutletImport =
  | { readonly ok: false; readonly fault: Exclude<FileFault, 'damaged-csv'> }
  | { readonly ok: false; readonly fault: 'damaged-csv'; readonly row: number }
  | {
      readonly ok: true;
      /** What the file has columns for: it says nothing of the rest. */
      readonly parts: ReadonlySet<ListedPart>;
      readonly outlets: readonly ListedOutlet[];
      readonly refused: readonly RowSaid<RowFault>[];
      readonly doubtful: readonly RowSaid<RowDoubt>[];
    };

/** The headings under which each column is known, the authority's own first. */
const headings = {
  code: ['醫事機構代碼', 'code', 'id'],
  name: ['醫事機構名稱', 'name'],
  address: ['醫事機構地址', 'address'],
  phone: ['醫事機構電話', 'phone', 'tel'],
  county: ['縣市', 'county'],
  town: ['鄉鎮市區', 'town'],
  village: ['村里', 'village', 'cunli'],
  chain: ['連鎖', 'chain'],
  longitude: ['經度', 'longitude', 'lng'],
  latitude: ['緯度', 'latitude', 'lat'],
  servicePeriods: ['看診星期', 'service_periods'],
  note: ['備註', '看診備註', 'note'],
  ownNote: ['藥局備註', '備註文字', 'custom_note'],
  website: ['藥局網址', 'website'],
} as const;
type Column = keyof typeof headings;

/**
 * Reads the authority's list of outlets: `maskdata.csv` itself, of either heading, or a fuller one. Columns that it does
 * not know, such as the stock of that day, are left aside.
 */
export function readOutlets(file: Buffer): OutletImport {
  const text = file.toString('utf8').replace(/^\uFEFF/, '');
  const fault = faultOfFile(file, text);
  if (fault) return { ok: false, fault };
  const read = readCsv(text);
  if (!read.ok) return { ok: false, fault: 'damaged-csv', row: read.line };
  const [heading, ...rows] = read.rows;
  const places = placesOf(heading?.cells ?? []);
  if (places.code === undefined || places.name === undefined) return { ok: false, fault: 'no-heading' };

  const outlets: ListedOutlet[] = [];
  const refused: RowSaid<RowFault>[] = [];
  const doubtful: RowSaid<RowDoubt>[] = [];
  const known = new Set<OutletCode>();
  for (const { line, cells } of rows) {
    const cell = (column: Column): string => cells[places[column] ?? -1]?.trim() ?? '';
    const said = { row: line, code: cell('code') };
    const listed = cells.length === heading?.cells.length ? readRow(cell) : 'wrong-number-of-columns';
    const why = typeof listed === 'string' ? listed : known.has(listed.outlet) ? 'code-twice' : null;
    if (why !== null) {
      refused.push({ ...said, why });
    } else if (typeof listed !== 'string') {
      known.add(listed.outlet);
      outlets.push(listed);
      if (!outletCheckDigitHolds(listed.outlet)) doubtful.push({ ...said, why: 'check-digit-does-not-hold' });
      if (listed.county === '') doubtful.push({ ...said, why: 'county-unknown' });
    }
  }
  return { ok: true, parts: partsOf(places), outlets, refused, doubtful };
}

function faultOfFile(file: Buffer, text: string): 'empty' | 'big5' | 'not-utf-8' | null {
  if (text.trim() === '') return 'empty';
  const [heading = ''] = text.split('\n', 1);
  if (!heading.includes('\uFFFD')) return null;
  return headings.code.some((name) => iconv.decode(file.subarray(0, 400), 'big5').includes(name))
    ? 'big5'
    : 'not-utf-8';
}

function placesOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(headings) as Column[]) {
    const names: readonly string[] = headings[column];
    const place = heading.findIndex((name) => names.includes(name.trim()));
    if (place >= 0) places[column] = place;
  }
  return places;
}

const partOfColumn: Readonly<Partial<Record<Column, ListedPart>>> = {
  code: 'outlet',
  longitude: 'place',
  latitude: 'place',
};

const partsOf = (places: Partial<Record<Column, number>>): ReadonlySet<ListedPart> =>
  new Set((Object.keys(places) as Column[]).map((column) => partOfColumn[column] ?? (column as ListedPart)));

function readRow(cell: (column: Column) => string): ListedOutlet | RowFault {
  const columns = Object.keys(headings) as Column[];
  if (columns.some((column) => /[\uFFFD\0]/.test(cell(column)))) return 'damaged-text';
  const code = outletCodeSchema.safeParse(cell('code'));
  if (!code.success) return 'code-malformed';
  if (cell('name') === '') return 'name-missing';
  const servicePeriods = cell('servicePeriods');
  if (!/^([NY]{21})?$/.test(servicePeriods)) return 'service-periods-malformed';
  const place = readPlace(cell('longitude'), cell('latitude'));
  if (place === 'outside') return 'place-outside-taiwan';
  const derived = placeOfAddress(cell('address'));
  return {
    outlet: code.data,
    name: cell('name'),
    address: cell('address'),
    phone: cell('phone'),
    county: regularPlace(cell('county')) || derived.county,
    town: regularPlace(cell('town')) || derived.town,
    village: cell('village'),
    chain: cell('chain'),
    place,
    servicePeriods,
    note: cell('note'),
    ownNote: cell('ownNote'),
    website: cell('website'),
  };
}

/** From Wuqiu and Dongyin in the north-west to Orchid Island, Kinmen and Dongsha included. */
function readPlace(longitude: string, latitude: string): ListedOutlet['place'] | 'outside' {
  if (longitude === '' && latitude === '') return null;
  const place = { longitude: Number(longitude), latitude: Number(latitude) };
  const inside =
    place.longitude >= 116.5 && place.longitude <= 122.2 && place.latitude >= 20.5 && place.latitude <= 26.5;
  return inside ? place : 'outside';
}
