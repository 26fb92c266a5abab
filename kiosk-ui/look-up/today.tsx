import { dayOf, monthDay, weekdayOf } from '../day-format.ts';
import { VerdictShape } from '../look/shapes.tsx';
import type { Shown } from './screen-parts.ts';

/** The first thing on the page: whose day it is. */
export function Today({ state, words }: Shown) {
  const today = dayOf(state.now);
  const rule = state.turns.days.find(({ day }) => day === today);
  const weekday = words.weekdays[weekdayOf(today)] ?? '';
  const everybody = rule?.adultCards.length === 10;
  const heading = words.today.heading(monthDay(today), words.weekday(weekday));
  return (
    <section class="today" aria-label={heading} data-known={rule ? 'known' : 'unknown'}>
      <VerdictShape verdict={rule ? 'may-buy' : 'confirm'} />
      <p>
        <span>{heading}</span>
        <b>
          {rule
            ? everybody
              ? words.today.everyDigit
              : words.today.digits(rule.adultCards.join(' '))
            : words.today.noRule}
        </b>
        {rule && !everybody && rule.childCards.length === 10 && <span>{words.today.childrenAnyDay}</span>}
      </p>
    </section>
  );
}
