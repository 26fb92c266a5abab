import { describe, expect, it } from 'vitest';
import { type OutletCode, outletCodeSchema } from '#rules';
import type { OpenDatabase } from '../database/database.contract.ts';
import type { ListedOutlet } from './outlet.ts';
import { readOutlets } from './outlet-import.ts';
import { createOutletList, type OutletList } from './outlet-list.ts';

const outlet = outletCodeSchema.parse('5901010058');
const full: ListedOutlet = {
  ...{ outlet, name: '示範藥局', address: '臺北市中正區示範路１號', phone: '(02)00000000' },
  ...{ county: '臺北市', town: '中正區', village: '示範里', chain: '示範連鎖' },
  place: { longitude: 121.5, latitude: 25 },
  ...{ servicePeriods: 'N'.repeat(21), note: '備註', ownNote: '自己的備註', website: 'https://example.org' },
};

/** What the list of outlets does on any database. */
export function describeOutletList(open: OpenDatabase): void {
  describe('the list of outlets', () => {
    const begun = async () => {
      const list = createOutletList(await open());
      await list.keep([full]);
      return list;
    };
    const bring = async (list: OutletList, csv: string) => {
      const read = readOutlets(Buffer.from(csv));
      if (!read.ok) throw new Error(read.fault);
      await list.keep(read.outlets, read.parts);
    };

    it('keeps what a file has no columns for, and takes the rest', async () => {
      const list = await begun();
      const heading =
        '醫事機構代碼,醫事機構名稱,醫事機構地址,醫事機構電話,成人口罩剩餘數,兒童口罩剩餘數,來源資料時間';
      await bring(list, `${heading}\n${outlet},新藥局,臺北市中正區示範路２號,,1,2,2020/03/03 11:23:40\n`);
      const taken = { name: '新藥局', address: '臺北市中正區示範路２號', phone: '' };
      expect(await list.one(outlet)).toEqual({ ...full, ...taken });
    });

    it('takes a new outlet with what is said of it', async () => {
      const list = await begun();
      const added = '592202A296' as OutletCode;
      await bring(list, `code,name,address\n${added},樣本藥局,新北市板橋區二號\n`);
      expect(await list.one(added)).toMatchObject({
        county: '新北市',
        town: '板橋區',
        chain: '',
        place: null,
      });
      expect((await list.all()).map((each) => each.outlet)).toEqual([outlet, added].sort());
    });

    it.each([
      ['花蓮縣花蓮市中正路', '花蓮縣', '花蓮市'],
      ['花蓮縣某處', '花蓮縣', ''],
      ['臺北市示範路', '臺北市', '中正區'],
      ['某處', '臺北市', '中正區'],
    ])(
      'of an address alone, %s, knows county and town as far as it names them',
      async (address, county, town) => {
        const list = await begun();
        await bring(list, `code,name,address\n${outlet},示範藥局,${address}\n`);
        expect(await list.one(outlet)).toEqual({ ...full, address, county, town });
      },
    );

    it('empties what a file has an empty column for', async () => {
      const list = await begun();
      await bring(list, `code,name,chain,county,lng,lat\n${outlet},示範藥局,,,,\n`);
      expect(await list.one(outlet)).toEqual({ ...full, chain: '', county: '', place: null });
    });
  });
}
