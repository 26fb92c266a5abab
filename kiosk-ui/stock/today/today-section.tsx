import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { Attention } from './attention-list.tsx';
import { OpeningHours } from './opening-hours.tsx';
import { SellingState } from './selling-state.tsx';
import { SoldByHour } from './sold-by-hour.tsx';
import { StockTable } from './stock-table.tsx';

/** 今日. */
export function TodaySection() {
  const { words, snapshot } = usePage();
  const { today } = snapshot;
  const { figures } = words.today;
  return (
    <>
      <Attention />
      <Block title={words.today.stock.title}>
        <StockTable />
      </Block>
      <div class="pair wide-left">
        <Block title={words.today.byHour.title}>
          <SoldByHour />
        </Block>
        <Block title={figures.title}>
          <Figures
            rows={[
              [figures.toRemit, words.amount(today.toRemit), 'strong'],
              [figures.persons, figures.personsCount(today.persons)],
              [figures.voids, figures.voidsCount(today.voids.receipts, today.voids.amount)],
              [figures.byHand, figures.entries(today.byHand)],
              [figures.paper, figures.entries(today.paper)],
              [figures.subsidy, words.amount(today.subsidy)],
              [figures.sellingDay, figures.sellingDayCount(today.sellingDay)],
            ]}
          />
        </Block>
      </div>
      <div class="pair wide-left">
        <SellingState />
        <OpeningHours />
      </div>
    </>
  );
}
