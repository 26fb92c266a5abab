import { describe, expect, it } from 'vitest';
import type { TillId, TillName } from '#protocol';
import type { OutletCode } from '#rules';
import { type AdmissionLimits, createAdmission, type Entrance } from './admission.ts';

const till = (n: number) => `${String(5_900_000_000 + n)}/till`;
const nameOf = (text: string): TillName => {
  const [outlet, tillId] = text.split('/');
  return { outlet: outlet as OutletCode, tillId: tillId as TillId };
};

function open(limits: AdmissionLimits) {
  let now = 1_000_000;
  const admission = createAdmission(limits, () => now);
  return {
    admission,
    advance: (ms: number) => {
      now += ms;
    },
  };
}
const inside = (entrance: Entrance) => {
  if (entrance.let !== 'in') throw new Error('sent away');
  return entrance;
};
const seconds = (entrance: Entrance) => (entrance.let === 'later' ? entrance.retryAfterSeconds : 0);

describe('admission', () => {
  it('lets in as many as it may, and the next once one has left', () => {
    const { admission } = open({ underWay: 3, perOutlet: 3 });
    const [first] = [0, 1, 2].map((n) => inside(admission.enter(till(n), 0)));
    expect(admission.enter(till(3), 0).let).toBe('later');
    first?.leave();
    first?.leave();
    expect(admission.enter(till(3), 0).let).toBe('in');
    expect(admission.enter(till(4), 0).let).toBe('later');
    expect(admission.counts).toEqual({ underWay: 3, refused: 2 });
  });

  it('gives a large batch as many places as it takes memory', () => {
    const { admission } = open({ underWay: 20, perOutlet: 3 });
    const large = inside(admission.enter(till(0), 18_500));
    expect(admission.counts.underWay).toBe(19);
    inside(admission.enter(till(1), 400));
    expect(admission.enter(till(2), 400).let).toBe('later');
    large.leave();
    expect(admission.counts.underWay).toBe(1);
  });

  it('bounds one outlet without touching the others', () => {
    const { admission } = open({ underWay: 100, perOutlet: 2 });
    const entered = ['a', 'b', 'c'].map((id) => admission.enterOutlet(nameOf(`5901010058/${id}`)));
    expect(entered.map((entrance) => entrance.let)).toEqual(['in', 'in', 'later']);
    expect(admission.enterOutlet(nameOf('5931010012/d')).let).toBe('in');
    inside(entered[0] as Entrance).leave();
    expect(admission.enterOutlet(nameOf('5901010058/c')).let).toBe('in');
  });

  it('keeps nothing for names that no signature has proved, however many are invented', () => {
    const { admission, advance } = open({ underWay: 100, perOutlet: 8 });
    inside(admission.enterOutlet(nameOf(till(0)))).leave();
    const held = Array.from({ length: 100 }, (_, n) => inside(admission.enter(`held/${n}`, 0)));
    for (let n = 0; n < 30_000; n++) admission.enter(`invented/${n}`, 0);
    expect(admission.enter(till(0), 0).let).toBe('later');
    held[0]?.leave();
    // The one place that is free is kept for the till that was sent away.
    expect(admission.enter('invented/1', 0).let).toBe('later');
    expect(admission.enter(till(0), 0).let).toBe('in');
    for (const { leave } of held) leave();
    advance(80_000);
    expect(admission.look(till(1))).toBeNull();
  });

  it('spreads those that it sends away, further the more they are, and never beyond a minute', () => {
    const { admission } = open({ underWay: 1, perOutlet: 1 });
    inside(admission.enter(till(0), 0));
    const few = Array.from({ length: 5 }, (_, n) => seconds(admission.enter(till(n + 1), 0)));
    const many = Array.from({ length: 7_000 }, (_, n) => seconds(admission.enter(till(n + 6), 0)));
    expect(Math.max(...few)).toBeLessThanOrEqual(2);
    expect(Math.min(...few, ...many)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...many)).toBeLessThanOrEqual(60);
    const last = many.slice(-1_000);
    // Sixty seconds, and none of them crowded: evenly it would be 17 each.
    expect(new Set(last).size).toBeGreaterThan(50);
    const crowd = (s: number) => last.filter((other) => other === s).length;
    expect(Math.max(...last.map(crowd))).toBeLessThan(60);
  });

  it('lets those in first that it had sent away, and does not send them far again', () => {
    const { admission } = open({ underWay: 100, perOutlet: 1 });
    for (let n = 0; n < 4_000; n++) inside(admission.enterOutlet(nameOf(till(n)))).leave();
    const held = Array.from({ length: 100 }, (_, n) => inside(admission.enter(till(n), 0)));
    for (let n = 100; n < 4_000; n++) admission.enter(till(n), 0);
    for (const { leave } of held.slice(0, 25)) leave();
    expect(admission.enter(till(9_000), 0).let).toBe('later');
    for (let n = 3_975; n < 4_000; n++) expect(admission.enter(till(n), 0).let).toBe('in');
    const again = Array.from({ length: 3_000 }, (_, n) => seconds(admission.enter(till(n + 100), 0)));
    expect(Math.max(...again)).toBeLessThanOrEqual(2);
  });

  it('forgets the rush once it is over', () => {
    const { admission, advance } = open({ underWay: 1, perOutlet: 1 });
    inside(admission.enter(till(0), 0));
    for (let n = 1; n < 5_000; n++) admission.enter(till(n), 0);
    advance(80_000);
    admission.enter(till(8_000), 0);
    expect(seconds(admission.enter(till(9_000), 0))).toBeLessThanOrEqual(2);
  });

  it('gives no till a place in a queue while it is quiet, and each its own as it fills', () => {
    const { admission } = open({ underWay: 100, perOutlet: 8 });
    expect(admission.slotMs('a')).toBe(0);
    for (let n = 0; n < 100; n++) admission.enter(till(n), 0);
    const slots = Array.from({ length: 500 }, (_, n) => admission.slotMs(till(n)));
    expect(Math.max(...slots)).toBeLessThan(700);
    expect(new Set(slots).size).toBeGreaterThan(200);
    expect(admission.slotMs(till(1))).toBe(slots[1]);
  });
});
