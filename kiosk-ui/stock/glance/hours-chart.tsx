import type { GlanceView } from '#api';
import { type Column, ColumnsChart } from '../../chart/columns-chart.tsx';
import type { Kind, PiecesByKind } from '../terms.ts';
import type { GlanceWords } from '../words/glance-words.ts';

/** Ordinary hours of the system; earlier and later ones are drawn only if something is sold in them. */
const ordinary = { from: 8, until: 20 };

/** The hours to draw: the ordinary ones, and as many around them as hold a sale, today or usually. */
export function hoursToDraw(...days: readonly (readonly PiecesByKind[])[]): readonly number[] {
  const sold = days.flatMap((day) =>
    day.flatMap(({ adult, child }, hour) => (adult + child > 0 ? [hour] : [])),
  );
  const from = Math.min(ordinary.from, ...sold);
  const until = Math.max(ordinary.until, ...sold);
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

type Days = Pick<GlanceView, 'soldByHour' | 'usualByHour'>;

export function hourColumns({ soldByHour, usualByHour }: Days, words: GlanceWords): readonly Column[] {
  return hoursToDraw(soldByHour, usualByHour ?? []).map((hour) => {
    const { adult, child } = soldByHour[hour] ?? { adult: 0, child: 0 };
    const usualKinds = usualByHour?.[hour];
    const usual = usualKinds ? usualKinds.adult + usualKinds.child : null;
    const said = words.hour(hour, { adult, child }, usual);
    return { name: String(hour), adult, child, ...(usual === null ? {} : { usual }), said };
  });
}

export interface HoursChartProps {
  readonly days: Days;
  readonly words: GlanceWords;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** The hour that is still growing. */
  readonly hour: number;
  readonly height?: number;
}

/** Sold in each hour of today, with the usual day over it. */
export function HoursChart({ days, words, kinds, hour, height = 170 }: HoursChartProps) {
  const nothing = days.soldByHour.every(({ adult, child }) => adult + child === 0);
  if (nothing && days.usualByHour === null) return <p class="hint">{words.nothingYet}</p>;
  return (
    <ColumnsChart
      title={words.byHour}
      columns={hourColumns(days, words)}
      now={String(hour)}
      height={height}
      legend={{ ...kinds, ...(days.usualByHour && { usual: words.usual }) }}
    />
  );
}
