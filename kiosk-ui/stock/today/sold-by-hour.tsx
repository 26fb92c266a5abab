import { usePage } from '../page-context.ts';
import { Bars } from '../parts/bars.tsx';
import type { PiecesByKind } from '../terms.ts';

/** Ordinary hours of the system; earlier and later ones are drawn only if something was sold in them. */
const ordinary = { from: 8, until: 20 };

/** The hours to draw: the ordinary ones, and as many around them as hold a sale. */
export function hoursToDraw(soldByHour: readonly PiecesByKind[]): readonly number[] {
  const sold = soldByHour.flatMap(({ adult, child }, hour) => (adult + child > 0 ? [hour] : []));
  const from = Math.min(ordinary.from, ...sold);
  const until = Math.max(ordinary.until, ...sold);
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

export function SoldByHour() {
  const { words, snapshot } = usePage();
  const { soldByHour } = snapshot;
  const { byHour } = words.today;
  const nothing = soldByHour.every(({ adult, child }) => adult + child === 0);
  if (nothing) return <p class="hint">{byHour.nothing}</p>;
  return (
    <Bars
      title={byHour.title}
      bars={hoursToDraw(soldByHour).map((hour) => ({
        name: String(hour),
        pieces: soldByHour[hour] ?? { adult: 0, child: 0 },
      }))}
    />
  );
}
