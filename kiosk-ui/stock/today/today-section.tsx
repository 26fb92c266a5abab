import './today.css';
import { clockTime, grouped } from '../../day-format.ts';
import { goodsByDay } from '../glance/goods-by-day.ts';
import { goodsRows } from '../glance/goods-rows.ts';
import { HoursChart } from '../glance/hours-chart.tsx';
import { KindFigures } from '../glance/kind-figures.tsx';
import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { kinds } from '../terms.ts';
import { Attention } from './attention-list.tsx';
import { Health } from './health.tsx';
import { OpeningHours } from './opening-hours.tsx';
import { SellingState } from './selling-state.tsx';

/** 今日: the day at one look. */
export function TodaySection() {
  const { words, snapshot, now } = usePage();
  const { glance } = snapshot;
  return (
    <>
      <div class="pair kinds">
        {kinds.map((kind) => (
          <StockOf key={kind} kind={kind} />
        ))}
      </div>
      <Attention />
      <div class="pair wide-left">
        <Block title={words.glance.byHour}>
          <HoursChart
            days={glance}
            words={words.glance}
            kinds={words.kindsShort}
            hour={Number(clockTime(now).slice(0, 2))}
          />
        </Block>
        <Block title={words.today.figures.title}>
          <DayFigures />
        </Block>
      </div>
      <div class="pair strips">
        <SellingState />
        <OpeningHours />
      </div>
      <Health />
    </>
  );
}

function StockOf({ kind }: { readonly kind: (typeof kinds)[number] }) {
  const { words, snapshot, now } = usePage();
  const { stock, lots, glance } = snapshot;
  const names = words.today.stock;
  const { defective } = stock[kind];
  const coming = goodsByDay(lots.filter((lot) => lot.kind === kind));
  return (
    <KindFigures
      kind={kind}
      name={words.kinds[kind]}
      stock={stock[kind]}
      runsOut={glance.runsOut[kind]}
      now={now}
      words={words.glance}
      coming={coming.map(([day, pieces]) => [names.onSaleFrom(day), grouped(pieces)] as const)}
      more={defective > 0 ? [[names.defective, grouped(defective)]] : []}
    />
  );
}

function DayFigures() {
  const { words, snapshot } = usePage();
  const { today, glance } = snapshot;
  const { figures } = words.today;
  return (
    <Figures
      rows={[
        [figures.toRemit, words.amount(today.toRemit), 'strong'],
        [words.glance.persons, words.glance.personsCount(today.persons)],
        [words.glance.lastHour, words.glance.visitsCount(glance.visitsLastHour)],
        [words.glance.waiting, words.glance.waitingCount(glance.waitingTickets)],
        ...goodsRows(glance.goods, snapshot.clock.day, words),
      ]}
    />
  );
}
