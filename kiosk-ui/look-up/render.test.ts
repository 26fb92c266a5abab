import { expect, it } from 'vitest';
import { instantOf, timeline2020 } from '#rules';
import { turnsFrom } from '../../sync/central/public/turns.ts';
import { renderLookUp } from './render.tsx';
import { sampleAt, sampleView } from './sample-view.ts';

it.each(['zh', 'en', 'id', 'vi', 'th'] as const)(
  'writes the whole page in %s without a program',
  (language) => {
    const { title, body } = renderLookUp(sampleView({ language }));
    expect(title).not.toBe('');
    for (const part of ['name="q"', 'name="digit"', 'id="guide"', 'tel:0225774551', '安心藥局']) {
      expect(body).toContain(part);
    }
  },
);

it('says at its foot that the pharmacy’s own stock is what counts', () => {
  const foot = /<footer.*<\/footer>/s.exec(renderLookUp(sampleView({})).body)?.[0];
  expect(foot).toContain('口罩數量以藥局實際存量為主，線上查詢之數量僅供參考。');
});

it('takes what an outlet writes as text', () => {
  const { body } = renderLookUp(sampleView({ note: '<script>alert(1)</script>' }));
  expect(body).toContain('&lt;script>alert(1)');
  expect(body).not.toContain('<script>');
});

it('needs no style of its own, which the security policy would not let through', () => {
  expect(renderLookUp(sampleView({})).body).not.toMatch(/\sstyle="/);
});

it('answers 「今天輪到我嗎？」 without a program', () => {
  const { body } = renderLookUp(sampleView({ asked: { digit: 3, bornIn: 1985 } }));
  expect(body).toContain('data-sign="may-not"');
  expect(body).toContain('3/13');
});

it.each([
  ['left-out', '另有 成人 60 片 已發號碼牌', '不計入可購買數'],
  ['counted', '其中 成人 60 片 已發號碼牌', '也算在內'],
] as const)('with promised tickets %s says so on the card and at the foot', (promises, card, foot) => {
  const { body } = renderLookUp(sampleView({ promises }));
  expect(body).toContain(card);
  expect(body).toContain(foot);
});

const rulesOn = (iso: string) => {
  const at = instantOf(iso);
  const { body } = renderLookUp(sampleView({ at, turns: turnsFrom(at, timeline2020) }));
  return /<details class="rules">(.*?)<\/details>/s.exec(body)?.[1] ?? '';
};

it.each([
  ['2020-02-06T09:00:00+08:00', '成人口罩：7 天 2 片', '兒童健保卡也一樣', '合計不超過 1 張'],
  ['2020-03-12T09:00:00+08:00', '成人口罩：7 天 3 片', '兒童健保卡每天都可以買', '兒童健保卡 3 張。'],
  ['2020-04-09T09:00:00+08:00', '成人口罩：14 天 9 片', '不分單雙號', '兒童口罩：14 天 10 片，不限年齡'],
])('says the rules of the day it is: on %s', (iso, ...said) => {
  for (const line of said) expect(rulesOn(iso)).toContain(line);
});

it('says from which day other rules stand, once they are announced', () => {
  const rules = rulesOn('2020-04-05T09:00:00+08:00');
  expect(rules).toContain('今天 4/5');
  expect(rules.indexOf('4/9 起的新規定')).toBeGreaterThan(rules.indexOf('7 天 3 片'));
  expect(rules.indexOf('14 天 9 片')).toBeGreaterThan(rules.indexOf('4/9 起'));
});

it('knows no rules where none were announced', () => {
  expect(renderLookUp(sampleView({ turns: { at: sampleAt, days: [] } })).body).toContain(
    '今天的購買規定尚未公布。',
  );
});

it.each([
  [9, 'fresh', '資料時間 09:31'],
  [11, 'aged', '資料已經 11 分鐘沒有更新'],
  [61, 'old', '資料停在 61 分鐘前'],
])('read %i minutes ago, its figures are %s', (minutes, tone, said) => {
  const { body } = renderLookUp(sampleView({ readAt: (sampleAt - minutes * 60_000) as typeof sampleAt }));
  expect(body).toContain(`class="line-said" data-tone="${tone}"`);
  expect(body).toContain(said);
});

it('says that nothing was found, and what to try', () => {
  const { body } = renderLookUp(sampleView({ outlets: [] }));
  expect(body).toContain('找不到符合');
});
