import { describe, expect, it } from 'vitest';
import { createSampleChip } from '#fixtures/card/sample-chip';
import { aCounter, lineOf, sellShown } from '#fixtures/counter-with-readers';
import type { SampleId } from '#fixtures/people';

describe('a card', () => {
  it('that may buy opens a sale of the most that is allowed', async () => {
    const { insert, left, visitOf } = await aCounter();
    insert(left, 'adult-even');
    const { decision, draft, visitor } = lineOf(await visitOf(1));
    expect(decision.verdict).toBe('may-buy');
    expect(draft).toMatchObject({ pieces: 3, offer: { kind: 'adult' } });
    expect(visitor.record).toMatchObject({ maskedName: '林○玉', birthYear: 1978 });
  });

  it('of a child proposes child masks first', async () => {
    const { insert, left, visitOf, counter } = await aCounter();
    insert(left, 'child');
    const visit = await visitOf(1);
    expect(lineOf(visit).draft).toMatchObject({ pieces: 5, offer: { kind: 'child' } });
    expect(counter.chooseKind(visit.visitId, visit.current, 'adult')).toBe('done');
    expect(lineOf(await visitOf(1)).draft).toMatchObject({ pieces: 3, offer: { kind: 'adult' } });
  });

  it('of the other digits is refused with its day, and the verdict outlives the card without its name', async () => {
    const { insert, left, visitOf, counter, waits } = await aCounter();
    insert(left, 'adult-odd');
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reason: 'not-your-weekday' });
    left.remove();
    expect(counter.session()).toMatchObject({
      stage: 'visit',
      visit: { lines: [{ name: null, reader: null }] },
    });
    expect(waits()).toBe(false);
  });

  it('with a wrong check digit asks a person first', async () => {
    const { insert, left, visitOf, counter, clock } = await aCounter();
    clock.set('2020-03-13T09:00:00+08:00');
    insert(left, 'check-digit-wrong');
    const visit = await visitOf(1);
    expect(lineOf(visit).decision).toMatchObject({ verdict: 'confirm', reasons: ['check-digit-wrong'] });
    expect(sellShown(counter)).toBe('confirmation-needed');
    expect(counter.confirmLine(visit.visitId, visit.current)).toBe('done');
    expect(sellShown(counter)).toBe('done');
  });

  it('that was issued after today asks a person first', async () => {
    const { left, visitOf } = await aCounter();
    left.insert(createSampleChip('adult-even', 2030));
    expect(lineOf(await visitOf(1)).decision).toMatchObject({
      verdict: 'confirm',
      reasons: ['issued-in-future'],
    });
  });

  it.each<[SampleId, string]>([
    ['damaged', 'unreadable'],
    ['not-nhi', 'not-nhi-card'],
    ['professional', 'professional-card'],
  ])('that is %s fails as %s, and the next card takes its place', async (id, failure) => {
    const { insert, left, stage, visitOf } = await aCounter();
    insert(left, id);
    expect(await stage('card-failed')).toMatchObject({ failure });
    left.remove();
    insert(left, 'adult-even');
    await visitOf(1);
  });

  it('taken out while its key is computed leaves nothing on the screen', async () => {
    const { insert, left, stage, counter, visitOf } = await aCounter();
    insert(left, 'adult-even');
    await stage('reading');
    left.remove();
    expect(counter.session().stage).not.toBe('visit');
    insert(left, 'child');
    expect(lineOf(await visitOf(1)).draft?.offer.kind).toBe('child');
  });

  it('in the other reader waits until the first is out, and then joins', async () => {
    const { insert, left, right, visitOf, counter } = await aCounter();
    insert(left, 'adult-even');
    await visitOf(1);
    const before = counter.session();
    insert(right, 'child');
    expect(counter.session()).toBe(before);
    left.remove();
    expect(lineOf(await visitOf(2)).reader).toBe('right');
  });
});
