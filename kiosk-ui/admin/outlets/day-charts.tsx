import { ColumnsChart } from '../../chart/columns-chart.tsx';
import { monthDay } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import type { OutletDay } from '../wall.ts';

/** A day by the hour beside the usual one, and the days before it. @param now the hour that is under way */
export function DayCharts({ its, now }: { readonly its: OutletDay; readonly now: string | null }) {
  const { words } = usePage();
  const legend = { adult: words.kinds.adult, child: words.kinds.child };
  const hours = its.sold.adult.map((adult, hour) => {
    const child = its.sold.child[hour] ?? 0;
    const usual = (its.usual.adult[hour] ?? 0) + (its.usual.child[hour] ?? 0);
    const name = String(hour).padStart(2, '0');
    const said = `${name}:00 ${words.kinds.adult} ${adult}, ${words.kinds.child} ${child}, ${words.sheet.usual} ${Math.round(usual)}`;
    return { name, adult, child, usual, said };
  });
  const used = hours.flatMap(({ adult, child, usual }, hour) => (adult + child + usual > 0 ? [hour] : []));
  const [from, until] = [Math.min(8, ...used), Math.max(19, ...used)];
  const days = its.days.map(({ day, sold: { adult, child } }) => ({
    ...{ name: monthDay(day), adult, child },
    said: `${words.day(day)} ${words.kinds.adult} ${adult}, ${words.kinds.child} ${child}`,
  }));
  return (
    <>
      <h3>
        {words.sheet.byHour} <small>{words.sheet.sales(its.sales, its.voidedSales)}</small>
      </h3>
      <ColumnsChart
        title={words.sheet.byHour}
        columns={hours.slice(from, until + 1)}
        legend={{ ...legend, usual: words.sheet.usual }}
        {...(now !== null && { now })}
      />
      <h3>{words.sheet.lastDays}</h3>
      <ColumnsChart title={words.sheet.lastDays} columns={days} legend={legend} />
    </>
  );
}
