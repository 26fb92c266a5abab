import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { placeOfAddress } from './address.ts';
import { readOutlets } from './outlet-import.ts';

const heading =
  '醫事機構代碼,醫事機構名稱,醫事機構地址,醫事機構電話,成人口罩剩餘數,兒童口罩剩餘數,來源資料時間';
const row = (code: string, name = '示範藥局', address = '台北市松山區示範路１號') =>
  `${code},${name},${address},(02)00000000,1,2,2020/03/03 11:23:40`;
const read = (...rows: string[]) => {
  const imported = readOutlets(Buffer.from([`\uFEFF${heading}`, ...rows, ''].join('\r\n')));
  if (!imported.ok) throw new Error(imported.fault);
  return imported;
};

describe("the authority's list", () => {
  it('is read with codes as texts, zeros and letters included', () => {
    const { outlets, refused } = read(row('0145080011'), row('592202A296'));
    expect(outlets.map(({ outlet }) => outlet)).toEqual(['0145080011', '592202A296']);
    expect(outlets[0]).toMatchObject({ county: '臺北市', town: '松山區', place: null });
    expect(refused).toEqual([]);
  });

  it('says of each refused row which and why, and takes the others', () => {
    const damaged = Buffer.concat([Buffer.from(`${heading}\n5901010058,`), Buffer.from([0xff, 0xfe])]);
    const tail = Buffer.from(`,台北市松山區１號,,1,2,x\n${row('0145080011')}\n`);
    const imported = readOutlets(Buffer.concat([damaged, tail]));
    expect(imported).toMatchObject({
      ok: true,
      refused: [{ row: 2, code: '5901010058', why: 'damaged-text' }],
    });
    expect(
      read(row('145080011.0'), row('592202A296'), row('592202A296'), row('5901010058', '')).refused,
    ).toEqual([
      { row: 2, code: '145080011.0', why: 'code-malformed' },
      { row: 4, code: '592202A296', why: 'code-twice' },
      { row: 5, code: '5901010058', why: 'name-missing' },
    ]);
    expect(read('5901010058,短').refused).toEqual([
      { row: 2, code: '5901010058', why: 'wrong-number-of-columns' },
    ]);
  });

  it('names a row by the line on which it begins, after empty lines and rows of several', () => {
    const rows = ['', row('592202A296', '"示範\r\n大藥局"'), '', '', row('1'), row('2')];
    expect(read(...rows).refused.map(({ row, code }) => [row, code])).toEqual([
      [7, '1'],
      [8, '2'],
    ]);
    const several = `"1","示範\r\n藥局",,,,,`;
    expect(read(several, row('2')).refused.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('refuses a row with a character that no database takes', () => {
    expect(read(row('5901010058', '示\0範'), row('592202A296'))).toMatchObject({
      outlets: [{ outlet: '592202A296' }],
      refused: [{ row: 2, code: '5901010058', why: 'damaged-text' }],
    });
  });

  it('says what it has columns for', () => {
    expect([...read(row('5901010058')).parts].sort()).toEqual(['address', 'name', 'outlet', 'phone']);
    const placed = readOutlets(Buffer.from('code,name,lng,lat\n592202A296,示範,120.4,23.5\n'));
    expect(placed.ok && [...placed.parts].sort()).toEqual(['name', 'outlet', 'place']);
  });

  it.each([
    ['in the heading', '"code,name\n1,2\n', 1],
    ['in a row', 'code,name\n\n592202A296,"示範\n5901010058,樣本\n', 3],
  ])('names where a quote %s is never closed', (_, text, line) => {
    expect(readOutlets(Buffer.from(text))).toEqual({ ok: false, fault: 'damaged-csv', row: line });
  });

  it('a check digit that does not hold is a doubt and no reason to refuse', () => {
    const { outlets, doubtful } = read(row('5901023523'));
    expect(outlets).toHaveLength(1);
    expect(doubtful).toEqual([{ row: 2, code: '5901023523', why: 'check-digit-does-not-hold' }]);
  });

  it('may have more columns, under Chinese or English headings, in any order', () => {
    const file =
      'name,code,lat,lng,cunli,service_periods\n示範,592202A296,23.5,120.4,書院里,NNNNNNNNNNNNNNNNNNNNN\n';
    expect(readOutlets(Buffer.from(file))).toMatchObject({
      outlets: [{ place: { longitude: 120.4, latitude: 23.5 }, village: '書院里', county: '' }],
      doubtful: [{ why: 'county-unknown' }],
    });
  });

  it.each([
    ['1,2', 'place-outside-taiwan'],
    ['x,121', 'place-outside-taiwan'],
  ])('refuses a place that is not here: %s', (place, why) => {
    expect(readOutlets(Buffer.from(`code,name,lat,lng\n592202A296,示範,${place}\n`))).toMatchObject({
      outlets: [],
      refused: [{ why }],
    });
  });

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.from('\uFEFF'), 'empty'],
    ['Big5', iconv.encode(`${heading}\n${row('5901010058')}`, 'big5'), 'big5'],
    ['bytes', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]), 'not-utf-8'],
    ['another table', Buffer.from('Timestamp,URL\n1,2\n'), 'no-heading'],
  ])('refuses a file of %s by name', (_, file, fault) => {
    expect(readOutlets(file)).toEqual({ ok: false, fault });
  });
});

describe('the place at the head of an address', () => {
  it.each([
    ['台北市松山區八德路３段', '臺北市', '松山區'],
    ['桃園巿平鎮區示範路', '桃園市', '平鎮區'],
    ['花蓮縣花蓮市中正路', '花蓮縣', '花蓮市'],
    ['連江縣南竿鄉復興村', '連江縣', '南竿鄉'],
    ['嘉義市西區書院里', '嘉義市', '西區'],
    ['示範路１號', '', ''],
  ])('%s', (address, county, town) => expect(placeOfAddress(address)).toEqual({ county, town }));
});
