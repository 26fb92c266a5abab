import { weekdayOf } from '../../day-format.ts';
import { dayAfter } from '../days.ts';
import type { Day, DayRow } from '../terms.ts';

/** What several days come to. */
export interface Sum {
  readonly adult: number;
  readonly child: number;
  readonly persons: number;
  readonly toRemit: number;
}

/** A sum, and on how many of its days anything was sold. */
export interface Span extends Sum {
  readonly sellingDays: number;
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

/** How many days back the two weeks begin. */
export const twoWeeksBack = 14;

/**
 * The seven days that ended yesterday, and the seven before them. Today is in neither: at noon it would look like a bad
 * day. Days without any movement count as nothing.
 */
export function twoWeeks(days: readonly DayRow[], today: Day): { readonly now: Span; readonly before: Span } {
  const first = dayAfter(today, -7);
  const firstBefore = dayAfter(today, -twoWeeksBack);
  return {
    now: spanOf(days.filter(({ day }) => day >= first && day < today)),
    before: spanOf(days.filter(({ day }) => day >= firstBefore && day < first)),
  };
}

const spanOf = (days: readonly DayRow[]): Span => ({ ...sumOf(days), sellingDays: sellingDaysOf(days) });
const sellingDaysOf = (days: readonly DayRow[]): number =>
  days.filter(({ sold }) => sold.adult + sold.child > 0).length;

/** Every day of a range, those without any movement included, so that a gap in the chart is a gap in the calendar. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** The Monday on or before a day. */
export const mondayOf = (day: Day): Day => dayAfter(day, -((weekdayOf(day) + 6) % 7));

/** One week from Monday to Sunday. */
export interface Week {
  readonly monday: Day;
  readonly sum: Sum;
  /** Days on which something was sold. */
  readonly sellingDays: number;
}

/** So many weeks at most, from the first with a sale to the one that holds `today`; the oldest first. */
export function weeksUntil(days: readonly DayRow[], today: Day, most: number): readonly Week[] {
  const last = mondayOf(today);
  const weeks = Array.from({ length: most }, (_, i) => {
    const monday = dayAfter(last, 7 * (i + 1 - most));
    const ofWeek = days.filter(({ day }) => day >= monday && day <= dayAfter(monday, 6));
    return { monday, sum: sumOf(ofWeek), sellingDays: sellingDaysOf(ofWeek) };
  });
  const first = weeks.findIndex(({ sellingDays }) => sellingDays > 0);
  return weeks.slice(first < 0 ? -1 : first);
}

/** One day of this week beside the same weekday of the week before. */
export interface ComparedDay {
  readonly day: Day;
  readonly sold: DayRow['sold'];
  /** Adult and child masks together. */
  readonly before: number;
}

export function comparedWeek(days: readonly DayRow[], today: Day): readonly ComparedDay[] {
  const known = new Map(days.map(({ day, sold }) => [day, sold]));
  const soldOn = (day: Day) => known.get(day) ?? { adult: 0, child: 0 };
  return daysBetween(mondayOf(today), dayAfter(mondayOf(today), 6)).map((day) => {
    const { adult, child } = soldOn(dayAfter(day, -7));
    return { day, sold: soldOn(day), before: adult + child };
  });
}
