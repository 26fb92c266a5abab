import { dayAfter } from '../days.ts';
import type { Day, DayRow } from '../terms.ts';

/** What several days come to. */
export interface Sum {
  readonly adult: number;
  readonly child: number;
  readonly persons: number;
  readonly toRemit: number;
}

export const sumOf = (days: readonly DayRow[]): Sum =>
  days.reduce(
    (sum, day) => ({
      adult: sum.adult + day.sold.adult,
      child: sum.child + day.sold.child,
      persons: sum.persons + day.persons,
      toRemit: sum.toRemit + day.toRemit,
    }),
    { adult: 0, child: 0, persons: 0, toRemit: 0 },
  );

/** The seven days that end today, and the seven before them; days without any movement count as nothing. */
export function twoWeeks(days: readonly DayRow[], today: Day): { readonly now: Sum; readonly before: Sum } {
  const first = dayAfter(today, -6);
  const firstBefore = dayAfter(today, -13);
  return {
    now: sumOf(days.filter(({ day }) => day >= first && day <= today)),
    before: sumOf(days.filter(({ day }) => day >= firstBefore && day < first)),
  };
}

/** Every day of a range, those without any movement included, so that a gap in the chart is a gap in the calendar. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = dayAfter(day, 1)) days.push(day);
  return days;
}
