import { expect, it } from 'vitest';
import { centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';

const outlets = async ({ desk }: Awaited<ReturnType<typeof centralInProcess>>) =>
  (await desk.outlets.all()).map(({ outlet, name, chain }) => [outlet, name, chain]);

it('a list with a quote that is never closed is refused by name and row, and changes nothing', async () => {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const before = await outlets(central);
  expect(await central.api('POST', '/outlets', `code,name\n${taipei},"示範\n592202A296,樣本\n`)).toEqual({
    ...{ status: 400, body: { code: 'damaged-csv', detail: 'row 2' } },
  });
  expect(await outlets(central)).toEqual(before);
});

it('a list with fewer columns leaves the others as they are known', async () => {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const plain = `醫事機構代碼,醫事機構名稱,醫事機構地址,醫事機構電話\n${taipei},新藥局,臺北市中正區一號,02\n`;
  expect(await central.api('POST', '/outlets', plain)).toMatchObject({ status: 200, body: { taken: 1 } });
  expect(await outlets(central)).toContainEqual([taipei, '新藥局', '大樹']);
});
