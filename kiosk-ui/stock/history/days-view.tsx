import { ColumnsChart } from '../../chart/columns-chart.tsx';
import { grouped, monthDay } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { useAnswer } from '../answer-to.ts';
import { dayAfter } from '../days.ts';
import { differenceInWords } from '../difference.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Block, Wide } from '../parts/block.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { Pages } from '../parts/pages.tsx';
import { RangeEntries } from '../parts/range-entries.tsx';
import { mostDays, rangeOf } from '../range.ts';
import type { Day, DayRow } from '../terms.ts';
import type { HistoryWords } from '../words/history-words.ts';
import { CsvButtons } from './csv-buttons.tsx';
import { daysBetween, type Span, type Sum, sumOf, twoWeeks, twoWeeksBack } from './weeks.ts';

const aMonth = 31;
const quickRanges = [14, 30, 90] as const;

/** Days with their totals, as a table and a chart, and this week against the one before. */
export function DaysView() {
  const { words, snapshot } = usePage();
  const { history } = words;
  const { day: today } = snapshot.clock;
  const [draft, setDraft] = useDraft<{ from: string; until: string }>('days', {
    from: dayAfter(today, -13),
    until: today,
  });
  const range = rangeOf(draft, mostDays);
  const looked = useAnswer(range.ready ? { about: 'days', from: range.from, until: range.until } : null);
  const lookedBack = useAnswer({
    ...{ about: 'days', from: dayAfter(today, -twoWeeksBack), until: dayAfter(today, -1) },
  });
  return (
    <>
      <div class="search days">
        <fieldset class="choice" aria-label={history.range}>
          <div>
            {quickRanges.map((days) => {
              const start = dayAfter(today, 1 - days);
              const chosen = draft.from === start && draft.until === today;
              return (
                <Button
                  key={days}
                  label={history.lastDays(days)}
                  tone={chosen ? 'chosen' : 'plain'}
                  pressed={chosen}
                  onPress={() => setDraft({ from: start, until: today })}
                />
              );
            })}
          </div>
        </fieldset>
        <RangeEntries keyed={draft} range={range} onKeyed={setDraft} />
      </div>
      <LookedUp looked={lookedBack}>{({ days }) => <Weeks {...twoWeeks(days, today)} />}</LookedUp>
      {range.ready && (
        <LookedUp looked={looked}>
          {({ days }) =>
            days.length === 0 ? (
              <p class="hint">{history.noDays}</p>
            ) : (
              <>
                <Block title={history.chart} aside={<CsvButtons from={range.from} until={range.until} />}>
                  <ColumnsChart
                    title={history.chart}
                    columns={columnsOf(days, range.from, range.until, history.saidOf)}
                    now={monthDay(today)}
                    legend={words.kindsShort}
                  />
                </Block>
                <Pages of={days.toReversed()} size={aMonth}>
                  {(shown) => <DaysTable shown={shown} sum={sumOf(days)} />}
                </Pages>
              </>
            )
          }
        </LookedUp>
      )}
    </>
  );
}

function columnsOf(days: readonly DayRow[], from: Day, until: Day, saidOf: HistoryWords['saidOf']) {
  const known = new Map(days.map((day) => [day.day, day.sold]));
  return daysBetween(from, until).map((day) => {
    const { adult, child } = known.get(day) ?? { adult: 0, child: 0 };
    const name = monthDay(day);
    return { name, adult, child, said: saidOf(name, { adult, child }) };
  });
}

const figures = ['adult', 'child', 'persons', 'toRemit'] as const;

function Weeks({ now, before }: { readonly now: Span; readonly before: Span }) {
  const { words } = usePage();
  const { history } = words;
  const names = { ...words.kinds, persons: history.persons, toRemit: history.toRemit };
  return (
    <Wide name={history.change}>
      <table class="table weeks">
        <thead>
          <tr>
            <td />
            {figures.map((figure) => (
              <th key={figure} scope="col" class="figure">
                {names[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              [history.thisWeek(now.sellingDays), now],
              [history.weekBefore(before.sellingDays), before],
            ] as const
          ).map(([name, sum]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure) => (
                <td key={figure} class="figure">
                  {grouped(sum[figure])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{history.change}</th>
            {figures.map((figure) => (
              <td key={figure} class="figure">
                {differenceInWords(
                  { same: history.same, more: history.more, fewer: history.fewer },
                  now[figure],
                  before[figure],
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Wide>
  );
}

/** The newest day first; the total is of all days, whether they are drawn or not. */
function DaysTable({ shown, sum }: { readonly shown: readonly DayRow[]; readonly sum: Sum }) {
  const { words } = usePage();
  const { history } = words;
  return (
    <Wide name={history.views.days}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{history.day}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" class="figure">
                {{ ...words.kindsShort, persons: history.persons, toRemit: history.toRemit }[figure]}
              </th>
            ))}
            <th scope="col" class="figure">
              {history.voids}
            </th>
            <th scope="col">{history.closed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr key={day.day}>
              <th scope="row">{words.day(day.day)}</th>
              <td class="figure">{grouped(day.sold.adult)}</td>
              <td class="figure">{grouped(day.sold.child)}</td>
              <td class="figure">{grouped(day.persons)}</td>
              <td class="figure">{grouped(day.toRemit)}</td>
              <td class="figure">{day.voids.receipts === 0 ? '–' : day.voids.receipts}</td>
              <td data-open={day.closed ? undefined : ''}>{day.closed ? history.yes : history.no}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {figures.map((figure) => (
              <td key={figure} class="figure">
                {grouped(sum[figure])}
              </td>
            ))}
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </Wide>
  );
}
