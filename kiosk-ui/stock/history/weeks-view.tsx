import { ColumnsChart } from '../../chart/columns-chart.tsx';
import { grouped, monthDay, weekdayOf } from '../../day-format.ts';
import { useAnswer } from '../answer-to.ts';
import { dayAfter } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block, Wide } from '../parts/block.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import type { DayRow } from '../terms.ts';
import { CsvButtons } from './csv-buttons.tsx';
import { comparedWeek, mondayOf, type Week, weeksUntil } from './weeks.ts';

/** A quarter of a year. */
const weeksShown = 13;

/** Weeks from Monday to Sunday, and this one beside the one before, weekday by weekday. */
export function WeeksView() {
  const { words, snapshot } = usePage();
  const { history } = words;
  const { day: today } = snapshot.clock;
  const from = dayAfter(mondayOf(today), -7 * (weeksShown - 1));
  const looked = useAnswer({ about: 'days', from, until: today });
  return (
    <LookedUp looked={looked}>
      {({ days }) => {
        const weeks = weeksUntil(days, today, weeksShown);
        return (
          <>
            <Block title={history.compare}>
              <ComparedChart days={days} />
            </Block>
            <Block title={history.weekChart} aside={<CsvButtons from={from} until={today} />}>
              <ColumnsChart
                title={history.weekChart}
                now={monthDay(mondayOf(today))}
                columns={weeks.map(({ monday, sum }) => {
                  const { adult, child } = sum;
                  const said = history.saidOf(history.weekOf(monday), { adult, child });
                  return { name: monthDay(monday), adult, child, said };
                })}
                legend={words.kindsShort}
              />
            </Block>
            <WeeksTable weeks={weeks} />
          </>
        );
      }}
    </LookedUp>
  );
}

function ComparedChart({ days }: { readonly days: readonly DayRow[] }) {
  const { words, snapshot } = usePage();
  const { history } = words;
  const { day: today } = snapshot.clock;
  const nameOf = (day: DayRow['day']) => words.weekdays[weekdayOf(day)] ?? '';
  return (
    <ColumnsChart
      title={history.compare}
      now={nameOf(today)}
      columns={comparedWeek(days, today).map(({ day, sold, before }) => ({
        name: nameOf(day),
        ...{ adult: sold.adult, child: sold.child, usual: before },
        said: history.compared(nameOf(day), sold, before),
      }))}
      legend={{ ...words.kindsShort, usual: history.weekBeforeLine }}
    />
  );
}

const figures = ['adult', 'child', 'persons', 'toRemit'] as const;

/** The newest first; weeks of before the first sale are left out. */
function WeeksTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { words } = usePage();
  const { history } = words;
  const names = { ...words.kindsShort, persons: history.persons, toRemit: history.toRemit };
  const last = weeks.at(-1);
  return (
    <Wide name={history.views.weeks}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{history.week}</th>
            <th scope="col" class="figure">
              {history.sellingDays}
            </th>
            {figures.map((figure) => (
              <th key={figure} scope="col" class="figure">
                {names[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks
            .filter((week) => week.sellingDays > 0 || week === last)
            .toReversed()
            .map((week) => (
              <tr key={week.monday}>
                <th scope="row">
                  {history.weekOf(week.monday)}
                  {week === last && <span class="mark">{history.weekSoFar}</span>}
                </th>
                <td class="figure">{week.sellingDays}</td>
                {figures.map((figure) => (
                  <td key={figure} class="figure">
                    {grouped(week.sum[figure])}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </Wide>
  );
}
