import { describe, expect, it } from 'vitest';
import { aTicketDesk, time } from '#fixtures/ticket-kit';
import { instantOf } from '#rules';
import { verify } from '#store';

describe('what is not collected', () => {
  it('lapses at its hour by itself, session after session', () => {
    const { plan, handOut, at, watch, schedule, stock, changed, newId, db } = aTicketDesk();
    plan();
    plan({ sessionId: newId(), pickUpFrom: time('18:00'), pickUpUntil: time('19:00') });
    at('08:00');
    handOut('adult', 5);
    const end = watch();
    expect(schedule.planned()).toEqual([instantOf('2020-03-12T16:00:00+08:00')]);
    let heard = 0;
    changed.subscribe(() => heard++);
    at('16:00');
    schedule.runDue();
    expect(stock().adult).toMatchObject({ onHand: 60, promised: 0 });
    expect(heard).toBe(1);
    expect(schedule.planned()).toEqual([instantOf('2020-03-12T19:00:00+08:00')]);
    end();
    expect(schedule.planned()).toEqual([]);
    expect(verify(db)).toMatchObject({ whole: true });
  });

  it('lapses at the next start, if the till was off', () => {
    const { plan, handOut, at, watch, stock, clock } = aTicketDesk();
    plan();
    at('08:00');
    handOut('adult', 5);
    clock.set('2020-03-14T08:00:00+08:00');
    watch()();
    expect(stock().adult.promised).toBe(0);
  });

  it('is there for the next session’s tickets, timer or not', () => {
    const { plan, handOut, at, newId } = aTicketDesk();
    plan({ sets: { adult: 20, child: 0 } });
    const evening = newId();
    plan({ sessionId: evening, pickUpFrom: time('18:00'), pickUpUntil: time('19:00') });
    at('08:00');
    handOut('adult', 20);
    expect(handOut('adult', 1, null, evening)).toBe('not-enough-stock');
    at('16:00');
    expect(handOut('adult', 1, null, evening)).toBe('done');
  });

  it('is looked for anew when a plan changes', () => {
    const { plan, watch, schedule } = aTicketDesk();
    watch();
    expect(schedule.planned()).toEqual([]);
    plan();
    plan({ pickUpUntil: time('17:30') });
    expect(schedule.planned()).toEqual([instantOf('2020-03-12T17:30:00+08:00')]);
  });
});
