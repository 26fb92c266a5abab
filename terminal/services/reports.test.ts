import { expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, saleOf, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type BusinessDay, timeline2020 } from '#rules';
import { csvLine } from './csv.ts';
import { createDayClosing } from './day-closing.ts';
import { daysReport, salesReport } from './reports.ts';

const thursday = '2020-03-12' as BusinessDay;
const saturday = '2020-03-14' as BusinessDay;

/** A Thursday on which one visitor bought with two cards, and another sale was voided. */
function aShop() {
  const kit = createCounterKit(freshFolder(), { policy: timeline2020 });
  const { store, time, selling } = kit;
  const dayClosing = createDayClosing({ ...kit, slips: 'none', centre: 'none', onClosed: () => undefined });
  store.transact(() => {
    const person = { operatorId: manager.operatorId, name: '林美玉', role: 'manager', active: true } as const;
    store.record({ kind: 'operator-kept', commandId: commandIds(), ...person }, time.now());
  });
  kit.stockUp({ adult: 100, child: 50 });
  const child = saleOf(visitorNumber(5, 'child'), { kind: 'child', pieces: 5 });
  selling.sell({ visitId: 'family', lines: [saleOf(visitorNumber(2)), child], actor: manager });
  kit.sell(visitorNumber(4));
  const voided = {
    receiptNumber: '1090312-0002',
    day: thursday,
    reason: 'wrong-card',
    note: '=HYPERLINK("x")',
  } as const;
  store.transact(() =>
    store.record(
      { kind: 'sale-voided', commandId: commandIds(), ...voided, by: manager.operatorId },
      time.now(),
    ),
  );
  const rows = (report: Generator<string>) => [...report].map((row) => row.trimEnd().split(','));
  return { ...kit, source: { store, dayClosing }, rows };
}

it('the sales of days have a line for each card, with who sold, who voided and why', () => {
  const { source, rows } = aShop();
  const [head = [], ...lines] = rows(salesReport(source, thursday, saturday));
  const column = (name: string) => lines.map((line) => line[head.findIndex((field) => field.endsWith(name))]);
  expect(column('單號')).toEqual(['1090312-0001', '1090312-0001', '1090312-0002']);
  expect(column('卡序')).toEqual(['1', '2', '1']);
  expect(column('日期')).toEqual(Array(3).fill('2020-03-12'));
  expect(column('證號')).toEqual(['*******002', '*******005', '*******004']);
  expect(column('金額')).toEqual(['15', '25', '15']);
  expect(column('作廢原因')).toEqual(['', '', '用錯卡片']);
  expect(lines[2]?.join()).toContain(`"'=HYPERLINK(""x"")"`);
  expect(lines.map((line) => line.at(-1))).toEqual(Array(3).fill('林美玉'));
});

it('every line of a table has as many fields as its head', () => {
  const { source, rows } = aShop();
  for (const report of [salesReport, daysReport]) {
    const found = rows(report(source, thursday, thursday));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map((row) => row.length)).size).toBe(1);
  }
});

it('a day that is not closed leaves what was counted empty, and a day without movement has no line', () => {
  const { source, rows, clock, sell } = aShop();
  clock.set('2020-03-14T09:00:00+08:00');
  sell(visitorNumber(6));
  const [, ...days] = rows(daysReport(source, thursday, saturday));
  expect(days.map((day) => day[0])).toEqual(['2020-03-12', '2020-03-14']);
  expect(days[0]?.slice(-4)).toEqual(['', '', '', '']);
});

it('a table begins to come before its last day is read', () => {
  const { source } = aShop();
  const report = salesReport(source, '2019-03-12' as BusinessDay, saturday);
  expect(report.next().value).toMatch(/^\uFEFF單號,/);
  expect(report.next().value).toMatch(/^1090312-0001,1,/);
});

it.each([
  ['=1+1', `"'=1+1"`],
  ['+886', `"'+886"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['＝1+1', `"'＝1+1"`],
  ['平安, "第二"', '"平安, ""第二"""'],
  ['兩\n行', '"兩\n行"'],
  ['平安藥局', '平安藥局'],
  [-3, '-3'],
  [1314.5, '1314.5'],
])('the field %j is written so that no spreadsheet reckons with a text', (field, written) => {
  expect(csvLine([field])).toBe(`${written}\r\n`);
});
