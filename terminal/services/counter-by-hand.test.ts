import { describe, expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { aCounter, lineOf, sellShown } from '#fixtures/counter-with-readers';

describe('a person who is keyed in', () => {
  const document = {
    document: 'residence-certificate',
    number: 'AC01234567',
    birthYear: 1985,
    reason: 'no-card',
    compared: false,
  } as const;

  it('has a verdict of the number, and the sale says how they were identified', async () => {
    const { counter, store, clock } = await aCounter();
    clock.set('2020-03-13T09:00:00+08:00');
    const command = commandIds();
    expect(await counter.enterByHand(command, document)).toBe('done');
    expect(await counter.enterByHand(command, document)).toBe('done');
    expect(sellShown(counter)).toBe('done');
    expect(store.sales.last()?.lines).toMatchObject([{ identifiedBy: 'residence-certificate' }]);
    expect(store.reviews.open()).toEqual({ byHand: 1, paper: 0 });
  });

  it('joins the visit of a card', async () => {
    const { pass, counter, visitOf, clock } = await aCounter();
    clock.set('2020-03-15T09:00:00+08:00');
    await pass('adult-even', 1);
    await counter.enterByHand(commandIds(), document);
    expect((await visitOf(2)).lines.map(({ decision }) => decision.verdict)).toEqual(['may-buy', 'may-buy']);
  });

  it.each([
    [{ document: 'passport' as const }, 'passport-not-accepted'],
    [{ number: '12' }, 'not-an-id-number'],
    [{ number: 'A123456788' }, 'check-digit-wrong'],
    [{ birthYear: 2021 }, 'in-the-future'],
  ])('as %j is turned away: %s', async (change, answer) => {
    const { counter } = await aCounter();
    expect(await counter.enterByHand(commandIds(), { ...document, ...change })).toBe(answer);
    expect(counter.session().stage).toBe('idle');
  });

  it('whose number was compared although its check digit is wrong is a question', async () => {
    const { counter, visitOf, clock } = await aCounter();
    clock.set('2020-03-15T09:00:00+08:00');
    await counter.enterByHand(commandIds(), { ...document, number: 'A123456788', compared: true });
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reasons: ['check-digit-wrong'] });
  });

  it('whose number ends in a letter has no weekday, which is a question', async () => {
    const { counter, visitOf } = await aCounter();
    await counter.enterByHand(commandIds(), { ...document, number: '19850101AB' });
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reasons: ['weekday-undefined'] });
  });
});
