import { usePage } from '../page-context.ts';
import { Figures } from '../parts/block.tsx';
import type { DayFigures } from '../terms.ts';

/** The figures of a day as its close will print them. */
export function DayFiguresList({
  figures,
  unsent,
}: {
  readonly figures: DayFigures;
  readonly unsent: number;
}) {
  const { words } = usePage();
  const { dayClose } = words;
  const { voids } = figures;
  const { personsCount, voidsCount, entries, sellingDayCount } = words.today.figures;
  return (
    <Figures
      rows={[
        [dayClose.remit, words.amount(figures.toRemit), 'strong'],
        [`${dayClose.sold} ${words.kindsShort.adult}`, words.count(figures.sold.adult)],
        [`${dayClose.sold} ${words.kindsShort.child}`, words.count(figures.sold.child)],
        [dayClose.persons, personsCount(figures.persons)],
        [dayClose.voids, voidsCount(voids.receipts, voids.amount)],
        [dayClose.byHand, entries(figures.byHand)],
        [dayClose.paper, entries(figures.paper)],
        [dayClose.received, words.both(figures.received)],
        [dayClose.adjusted, dayClose.signedPieces(figures.adjusted)],
        [dayClose.subsidy, words.amount(figures.subsidy)],
        [dayClose.sellingDay, sellingDayCount(figures.sellingDay)],
        [dayClose.unsent, dayClose.unsentCount(unsent)],
      ]}
    />
  );
}
