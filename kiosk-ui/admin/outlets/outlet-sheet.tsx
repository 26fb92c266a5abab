import { useState } from 'preact/hooks';
import { clockTime, grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { Modal } from '../../look/modal.tsx';
import { dayAfter } from '../../stock/days.ts';
import { Wide } from '../../stock/parts/block.tsx';
import { may } from '../may.ts';
import { rowSays } from '../news.ts';
import { OnPaper } from '../on-paper.tsx';
import { usePage } from '../page-context.ts';
import { Notices, Stock, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { type Day, type DeliveryView, kinds, type OutletDay, type OutletRow } from '../wall.ts';
import { DayCharts } from './day-charts.tsx';
import { MessageForm } from './message-form.tsx';
import { OutletTills } from './outlet-tills.tsx';
import { runsOutText } from './runs-out.ts';

/** One outlet: what it has, its day by the hour, its deliveries and its tills. */
export function OutletSheet({ row }: { readonly row: OutletRow }) {
  const { words, state, desk } = usePage();
  const today = state.day as Day;
  const [day, setDay] = useState(today);
  const { asked, again } = useAnswer<OutletDay>(`/outlets/${row.code}/day?day=${day}`, rowSays(row));
  return (
    <Modal title={row.name} closeLabel={words.close} size="wide" onClose={() => desk.choose(null)}>
      <OnPaper />
      <div class="sheet">
        <p class="hint">
          {row.code}　{row.county}
          {row.town}　{words.states[row.selling.state]}
          {row.selling.note && `：${row.selling.note}`}
        </p>
        <Notices notices={row.notices} />
        <Figures row={row} />
        <div class="answers">
          <Button label={words.sheet.dayBefore} onPress={() => setDay(dayAfter(day, -1))} />
          <b>{words.day(day)}</b>
          <Button
            label={words.sheet.dayAfter}
            disabled={day >= today}
            onPress={() => setDay(dayAfter(day, 1))}
          />
        </div>
        <WhenAnswered asked={asked} again={again}>
          {(its) => (
            <>
              <DayCharts its={its} now={day === today ? clockTime(state.now).slice(0, 2) : null} />
              <Deliveries deliveries={its.deliveries} />
              <OutletTills row={row} tills={its.tills} again={again} />
            </>
          )}
        </WhenAnswered>
        {asked.stage !== 'asking' && may(state.me, 'send-message') && <MessageForm row={row} />}
      </div>
    </Modal>
  );
}

function Figures({ row }: { readonly row: OutletRow }) {
  const { words } = usePage();
  const { sheet } = words;
  const columns = [
    [sheet.promised, row.promised],
    [sheet.onHand, row.onHand],
    [sheet.later, row.notYetOnSale],
    [sheet.soldToday, row.soldToday],
    [sheet.usualDay, row.usualDay],
  ] as const;
  return (
    <Wide name={sheet.available}>
      <table class="table">
        <thead>
          <tr>
            <td />
            {[sheet.available, ...columns.map(([name]) => name), sheet.runsOut].map((name) => (
              <th key={name} scope="col" class="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            return (
              <tr key={kind}>
                <th scope="row">{words.kinds[kind]}</th>
                <td class="figure">
                  <Stock pieces={row.available[kind]} band={row.bands[kind]} />
                </td>
                {columns.map(([name, pieces]) => (
                  <td key={name} class="figure">
                    {grouped(pieces[kind])}
                  </td>
                ))}
                <td class="figure" data-when={row.runsOut[kind].when}>
                  {runsOutText(words, row.runsOut[kind])}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

function Deliveries({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const { words } = usePage();
  return (
    <>
      <h3>{words.sheet.deliveries}</h3>
      {deliveries.length === 0 && <p class="hint">{words.sheet.noDeliveries}</p>}
      <ul>
        {deliveries.map(({ deliveryId, announced, received, note }) => (
          <li key={deliveryId}>
            {kinds.map((kind) => `${words.kinds[kind]} ${grouped(announced[kind])}`).join('、')} →{' '}
            {received
              ? kinds.map((kind) => `${words.kinds[kind]} ${grouped(received[kind])}`).join('、')
              : words.goods.due}
            {note && `（${note}）`}
          </li>
        ))}
      </ul>
    </>
  );
}
