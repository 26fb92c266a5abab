import { describe, expect, it } from 'vitest';
import { type Decision, decide, type Purchase } from './decide.ts';
import type { Holder } from './holder.ts';
import { leafletPolicy, timeline2020 } from './policies.ts';
import type { PolicyPack } from './policy.ts';
import { businessDayOf, businessDaySchema, instantOf, startOfDay } from './taipei-time.ts';

const plenty = { adult: 1000, child: 1000 };

const card = (birthYear: number, lastDigit: number | null = 1): Holder => ({
  birthYear,
  lastDigit,
  checkDigit: 'right',
});

const bought = (day: string, intervalDays = 7): Purchase => ({
  day: businessDaySchema.parse(day),
  kind: 'adult',
  pieces: 2,
  intervalDays,
});

/** A decision in one line, so that a table of cases reads like the authority's own announcements. */
function inWords(decision: Decision): string {
  if (decision.verdict === 'may-not') {
    const { reason, firstAllowed } = decision;
    if (firstAllowed === null) return `no: ${reason}`;
    const day = businessDayOf(firstAllowed);
    const hour = (firstAllowed - startOfDay(day)) / 3_600_000;
    return `no: ${reason}, from ${day}${hour > 0 ? ` ${hour}h` : ''}`;
  }
  const offers = decision.offers.map((o) => `${o.most} ${o.kind} again ${o.nextDay}`).join(', ');
  return decision.verdict === 'confirm' ? `confirm ${decision.reasons.join(' ')}: ${offers}` : offers;
}

function ask(
  at: string,
  holder: Holder,
  purchases: readonly Purchase[] = [],
  policy: PolicyPack = timeline2020,
) {
  return inWords(decide({ holder, purchases, at: instantOf(`${at}+08:00`), policy, onSale: plenty }));
}

type Case = [at: string, holder: Holder, purchases: Purchase[], expected: string];

const adult = (digit: number) => card(1990, digit);

/** Golden cases at the edges of every rule set. 2020-02-06 was a Thursday, a day of even digits. */
const golden: Record<string, Case[]> = {
  'before the scheme': [
    ['2020-02-06T08:59:59', adult(2), [], 'no: scheme-not-in-force, from 2020-02-06 9h'],
    ['2020-02-05T12:00:00', adult(1), [], 'no: scheme-not-in-force, from 2020-02-07'],
  ],
  R1: [
    ['2020-02-06T09:00:00', adult(2), [], '2 adult again 2020-02-13'],
    ['2020-02-06T09:00:00', adult(0), [], '2 adult again 2020-02-13'],
    ['2020-02-06T09:00:00', adult(1), [], 'no: not-your-weekday, from 2020-02-07'],
    ['2020-02-07T00:00:00', adult(1), [], '2 adult again 2020-02-14'],
    ['2020-02-08T23:59:59', adult(9), [], 'no: not-your-weekday, from 2020-02-09'],
    ['2020-02-09T00:00:00', adult(9), [], '2 adult again 2020-02-16'],
    ['2020-02-06T12:00:00', card(2008, 2), [], '2 adult again 2020-02-13, 2 child again 2020-02-13'],
    ['2020-02-06T12:00:00', card(2007, 2), [], '2 adult again 2020-02-13'],
    ['2020-02-06T12:00:00', card(2015, 1), [], 'no: not-your-weekday, from 2020-02-07'],
    ['2020-02-12T23:59:59', adult(2), [bought('2020-02-06')], 'no: bought-recently, from 2020-02-13'],
    ['2020-02-13T00:00:00', adult(2), [bought('2020-02-06')], '2 adult again 2020-02-20'],
    ['2020-02-14T12:00:00', adult(2), [bought('2020-02-09')], 'no: bought-recently, from 2020-02-16'],
    // Free on Friday the 14th, which is not an even day: the first allowed day is Saturday.
    ['2020-02-10T12:00:00', adult(2), [bought('2020-02-07')], 'no: bought-recently, from 2020-02-15'],
    ['2020-02-19T23:59:59', card(2012, 3), [], '2 adult again 2020-02-26, 2 child again 2020-02-26'],
  ],
  R3: [
    ['2020-02-20T00:00:00', card(2012, 2), [], '2 adult again 2020-02-27, 4 child again 2020-02-27'],
    ['2020-02-20T00:00:00', card(2007, 2), [], '2 adult again 2020-02-27'],
    ['2020-02-21T23:59:59', card(2007, 1), [], '2 adult again 2020-02-28'],
  ],
  R4: [
    ['2020-02-22T00:00:00', card(2007, 2), [], '2 adult again 2020-02-29, 4 child again 2020-02-29'],
    ['2020-02-22T00:00:00', card(2006, 2), [], '2 adult again 2020-02-29'],
    ['2020-02-26T23:59:59', card(2012, 2), [], 'no: not-your-weekday, from 2020-02-27'],
  ],
  R5: [
    ['2020-02-27T00:00:00', card(2012, 1), [], '2 adult again 2020-03-05, 4 child again 2020-03-05'],
    ['2020-02-27T00:00:00', card(2006, 1), [], 'no: not-your-weekday, from 2020-02-28'],
    // Refused on a day of the other digits, free the next day because the rule is lifted for children.
    ['2020-02-26T12:00:00', card(2012, 2), [], 'no: not-your-weekday, from 2020-02-27'],
    ['2020-03-04T23:59:59', adult(1), [], '2 adult again 2020-03-11'],
  ],
  R6: [
    ['2020-03-05T00:00:00', adult(2), [], '3 adult again 2020-03-12'],
    ['2020-03-05T00:00:00', card(2007, 1), [], '3 adult again 2020-03-12, 5 child again 2020-03-12'],
    ['2020-03-05T00:00:00', card(2006, 1), [], 'no: not-your-weekday, from 2020-03-06'],
    ['2020-03-19T06:59:59', card(2004, 2), [], '3 adult again 2020-03-26'],
  ],
  R8: [
    ['2020-03-19T07:00:00', card(2004, 2), [], '3 adult again 2020-03-26, 5 child again 2020-03-26'],
    ['2020-03-19T07:00:00', card(2003, 2), [], '3 adult again 2020-03-26'],
    // An odd digit on an even day: refused before seven, exempt from seven on the same day.
    ['2020-03-19T06:59:59', card(2004, 1), [], 'no: not-your-weekday, from 2020-03-19 7h'],
    ['2020-03-19T07:00:00', card(2004, 1), [], '3 adult again 2020-03-26, 5 child again 2020-03-26'],
    ['2020-04-08T23:59:59', adult(2), [], 'no: not-your-weekday, from 2020-04-09'],
  ],
  R11: [
    ['2020-04-09T00:00:00', adult(1), [], '9 adult again 2020-04-23, 10 child again 2020-04-23'],
    ['2020-04-09T00:00:00', card(2012, 1), [], '9 adult again 2020-04-23, 10 child again 2020-04-23'],
    // Bought under the seven-day rule: those seven days stay with that purchase.
    ['2020-04-13T23:59:59', adult(1), [bought('2020-04-07')], 'no: bought-recently, from 2020-04-14'],
    [
      '2020-04-14T00:00:00',
      adult(1),
      [bought('2020-04-07')],
      '9 adult again 2020-04-28, 10 child again 2020-04-28',
    ],
    ['2020-04-22T23:59:59', adult(1), [bought('2020-04-09', 14)], 'no: bought-recently, from 2020-04-23'],
  ],
  R15: [
    ['2020-04-23T00:00:00', adult(1), [bought('2020-04-09', 14)], '9 adult again 2020-05-07'],
    ['2020-04-23T00:00:00', card(2004, 1), [], '9 adult again 2020-05-07, 10 child again 2020-05-07'],
    ['2020-05-31T23:59:59', adult(2), [], '9 adult again 2020-06-14'],
  ],
  R17: [
    ['2020-06-01T00:00:00', adult(2), [], '9 adult again 2020-06-15'],
    ['2020-06-01T00:00:00', card(2003, 2), [], '9 adult again 2020-06-15'],
  ],
};

for (const [ruleSet, cases] of Object.entries(golden)) {
  describe(ruleSet, () => {
    it.each(cases)('at %s', (at, holder, purchases, expected) => {
      expect(ask(at, holder, purchases)).toBe(expected);
    });
  });
}

describe('the leaflet', () => {
  it('sells an adult 3 and a child of 13 or under 5, in any year', () => {
    const at = '2026-11-24T10:00:00';
    expect(ask(at, adult(2), [], leafletPolicy)).toBe('3 adult again 2026-12-01');
    expect(ask(at, card(2013, 1), [], leafletPolicy)).toBe(
      '3 adult again 2026-12-01, 5 child again 2026-12-01',
    );
    expect(ask(at, card(2012, 1), [], leafletPolicy)).toBe('no: not-your-weekday, from 2026-11-25');
  });

  it('counts a child who turns fourteen at new year as an adult, weekday and all', () => {
    // Free from Saturday 2021-01-02, an even day. Still a child, the card would be accepted then; an odd digit now
    // waits for Sunday.
    const thirteen = card(2007, 1);
    const purchases = [bought('2020-12-26')];
    expect(ask('2020-12-30T10:00:00', thirteen, purchases, leafletPolicy)).toBe(
      'no: bought-recently, from 2021-01-03',
    );
  });
});

describe('a doubt', () => {
  const at = instantOf('2020-03-12T10:00:00+08:00');
  const base = { purchases: [], at, policy: leafletPolicy, onSale: plenty };

  it('about the check digit asks a person', () => {
    const holder: Holder = { birthYear: 1990, lastDigit: 2, checkDigit: 'wrong' };
    expect(inWords(decide({ ...base, holder }))).toBe('confirm check-digit-wrong: 3 adult again 2020-03-19');
  });

  it('about the weekday asks a person where the weekday binds, and only there', () => {
    const letter = (birthYear: number): Holder => ({ birthYear, lastDigit: null, checkDigit: 'none' });
    expect(inWords(decide({ ...base, holder: letter(1990) }))).toBe(
      'confirm weekday-undefined: 3 adult again 2020-03-19',
    );
    expect(decide({ ...base, holder: letter(2012) }).verdict).toBe('may-buy');
  });

  it('brought in from outside is passed on', () => {
    const decision = decide({ ...base, holder: adult(2), doubts: ['clock-behind'] });
    expect(inWords(decision)).toBe('confirm clock-behind: 3 adult again 2020-03-19');
  });

  it('does not soften a refusal', () => {
    const decision = decide({ ...base, holder: adult(1), doubts: ['clock-behind'] });
    expect(decision.verdict).toBe('may-not');
  });
});

describe('stock', () => {
  const at = instantOf('2020-03-12T10:00:00+08:00');
  const base = { purchases: [], at, policy: leafletPolicy };

  it('limits what is offered', () => {
    const decision = decide({ ...base, holder: adult(2), onSale: { adult: 2, child: 9 } });
    expect(inWords(decision)).toBe('2 adult again 2020-03-19');
  });

  it('that is gone for one kind leaves the other', () => {
    const decision = decide({ ...base, holder: card(2012), onSale: { adult: 0, child: 9 } });
    expect(inWords(decision)).toBe('5 child again 2020-03-19');
  });

  it('that is gone refuses without a date, because goods keep no calendar', () => {
    const decision = decide({ ...base, holder: adult(2), onSale: { adult: 0, child: 9 } });
    expect(inWords(decision)).toBe('no: sold-out');
  });
});
