import { expect, it } from 'vitest';
import { manager } from '#fixtures/counter-kit';
import { aCounter, lineOf, orderOf, sellShown } from '#fixtures/counter-with-readers';
import type { PurchaseMade } from '#protocol';
import type { BusinessDay, HolderKey, OutletCode } from '#rules';
import type { QuotaAnswered } from '#sync-client';
import type { EnrolledLine } from './centre-line.ts';

/** A centre that answers when a test says so. */
function aCentre(line: 'up' | 'down' = 'up') {
  const asked: { readonly holder: HolderKey; readonly answer: (answered: QuotaAnswered | Error) => void }[] =
    [];
  const askQuota: EnrolledLine['askQuota'] = (holderKeys) =>
    new Promise((resolve, reject) => {
      const [holder] = holderKeys;
      if (!holder) throw new Error('somebody is asked about');
      const answer = (answered: QuotaAnswered | Error) =>
        answered instanceof Error ? reject(answered) : resolve(answered);
      asked.push({ holder, answer });
    });
  const client = { status: () => ({ line }) } as EnrolledLine['client'];
  return { asked, quota: { centre: 'configured' as const, line: () => ({ askQuota, client }) } };
}

/** Bought at another outlet two days before. */
const bought = (holderKey: HolderKey): QuotaAnswered => ({
  from: 'centre',
  purchases: [
    {
      id: { outlet: '592202A296' as OutletCode, tillId: '00000000-0000-4000-8000-000000000001', seq: 7 },
      ...{ holderKey, day: '2020-03-10' as BusinessDay, at: 1_583_800_000_000 },
      ...{ kind: 'adult', pieces: 3, intervalDays: 7 },
    } as PurchaseMade,
  ],
});
const nothing: QuotaAnswered = { from: 'centre', purchases: [] };

/** All that follows from an answer. */
const settled = () => new Promise(setImmediate);

it('shows the till’s own verdict at once, and the centre’s when it comes', async () => {
  const { asked, quota } = aCentre();
  const { insert, left, visitOf, checks, counter } = await aCounter({ quota });
  insert(left, 'adult-even');
  const shown = await visitOf(1);
  const { lineId, decision } = lineOf(shown);
  expect([decision.verdict, checks.of(lineId)]).toEqual(['may-buy', 'asking']);
  asked[0]?.answer(bought(asked[0].holder));
  await settled();
  expect(checks.of(lineId)).toBe('centre');
  expect(lineOf(await visitOf(1)).decision).toMatchObject({
    ...{ verdict: 'may-not', reason: 'bought-recently', lastPurchase: { day: '2020-03-10' } },
  });
  // Whoever sells what stood there a moment ago is shown what stands there now.
  expect(counter.sell(orderOf(shown), manager)).toBe('stale');
});

it('lets the verdict stand, and says that the centre agrees', async () => {
  const { asked, quota } = aCentre();
  const { insert, left, visitOf, checks, counter } = await aCounter({ quota });
  insert(left, 'adult-even');
  const { lineId } = lineOf(await visitOf(1));
  asked[0]?.answer(nothing);
  await settled();
  expect(checks.of(lineId)).toBe('centre');
  expect(sellShown(counter)).toBe('done');
});

it('lets the verdict stand when the deadline passes, and says that it is the till’s own', async () => {
  const { asked, quota } = aCentre();
  const { insert, left, visitOf, checks, counter } = await aCounter({ quota });
  insert(left, 'adult-even');
  const { lineId } = lineOf(await visitOf(1));
  asked[0]?.answer({ from: 'local' });
  await settled();
  expect(checks.of(lineId)).toBe('local');
  expect(sellShown(counter)).toBe('done');
});

it('refuses a card that was pulled out while the centre was asked', async () => {
  const { asked, quota } = aCentre();
  const { pass, visitOf, checks } = await aCounter({ quota });
  const { lineId } = lineOf(await pass('adult-even', 1));
  asked[0]?.answer(bought(asked[0].holder));
  await settled();
  expect(checks.of(lineId)).toBe('centre');
  expect(lineOf(await visitOf(1)).decision.verdict).toBe('may-not');
});

it('sells by what is known at that moment; a late answer changes only what is known of the holder', async () => {
  const { asked, quota } = aCentre();
  const { insert, left, visitOf, counter, stage, store } = await aCounter({ quota });
  insert(left, 'adult-even');
  const visit = await visitOf(1);
  expect(counter.sell(orderOf(visit), manager)).toBe('done');
  const [question] = asked;
  if (!question) throw new Error('the centre was asked');
  const before = counter.session();
  question.answer(bought(question.holder));
  await settled();
  expect(counter.session()).toBe(before);
  await stage('sold');
  expect(store.centre.purchases.of(question.holder)).toHaveLength(1);
});

it('changes no later visit by an answer to an earlier one', async () => {
  const { asked, quota } = aCentre();
  const { pass, counter, insert, left, visitOf, checks } = await aCounter({ quota });
  const { lineId } = lineOf(await pass('adult-even', 1));
  counter.dismiss();
  insert(left, 'adult-three');
  const second = lineOf(await visitOf(1));
  asked[0]?.answer(bought(asked[0].holder));
  await settled();
  expect(checks.of(second.lineId)).toBe('asking');
  expect(lineOf(await visitOf(1)).decision.verdict).toBe('may-buy');
  expect(checks.of(lineId)).toBe('local');
});

it('decides about an answer that comes while the next card is read, once that card is there', async () => {
  const { asked, quota } = aCentre();
  const { pass, insert, left, visitOf, stage, checks } = await aCounter({ quota });
  const first = lineOf(await pass('adult-even', 1));
  insert(left, 'child');
  await stage('reading');
  asked[0]?.answer(bought(asked[0].holder));
  await settled();
  const visit = await visitOf(2);
  expect(checks.of(first.lineId)).toBe('centre');
  expect(visit.lines.map(({ decision }) => decision.verdict)).toEqual(['may-not', 'may-buy']);
});

it('does not ask where the answer is known, or the line is known to be down', async () => {
  const up = aCentre();
  const { pass, counter, checks } = await aCounter({ quota: up.quota });
  await pass('adult-even', 1);
  expect(sellShown(counter)).toBe('done');
  const again = lineOf(await pass('adult-even', 1));
  expect([again.decision.verdict, checks.of(again.lineId)]).toEqual(['may-not', 'local']);
  expect(up.asked).toHaveLength(1);

  const down = aCentre('down');
  const other = await aCounter({ quota: down.quota });
  const { lineId } = lineOf(await other.pass('adult-even', 1));
  expect([other.checks.of(lineId), down.asked]).toEqual(['local', []]);
});

it('asks again about somebody whom only another outlet’s purchase refuses: it may have been voided', async () => {
  const { asked, quota } = aCentre();
  const { pass, counter, visitOf } = await aCounter({ quota });
  await pass('adult-even', 1);
  asked[0]?.answer(bought(asked[0].holder));
  await settled();
  counter.dismiss();
  expect(lineOf(await pass('adult-even', 1)).decision.verdict).toBe('may-not');
  asked[1]?.answer(nothing);
  await settled();
  expect(lineOf(await visitOf(1)).decision.verdict).toBe('may-buy');
});

it('where there is no centre says so', async () => {
  const { pass, checks } = await aCounter();
  expect(checks.of(lineOf(await pass('adult-even', 1)).lineId)).toBe('none');
});
