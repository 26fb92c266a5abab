import { useState } from 'preact/hooks';
import { ColumnsChart } from '../../chart/columns-chart.tsx';
import { clockTime, dayAndTime, grouped, minutesBetween, monthDay } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { Modal } from '../../look/modal.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { Notices, type Said, SaidLine, Stock, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import {
  type Day,
  type DeliveryView,
  kinds,
  type OutletDay,
  type OutletRow,
  type TillView,
} from '../wall.ts';

/** One outlet: what it has, its day by the hour, its deliveries and its tills. */
export function OutletSheet({ row }: { readonly row: OutletRow }) {
  const { words, state, desk } = usePage();
  const today = state.day as Day;
  const [day, setDay] = useState(today);
  const { asked, again } = useAnswer<OutletDay>(`/outlets/${row.code}/day?day=${day}`);
  return (
    <Modal title={row.name} closeLabel={words.close} size="wide" onClose={() => desk.choose(null)}>
      <div class="sheet">
        <p class="hint">
          {row.code}　{row.county}
          {row.town}　{words.states[row.selling.state]}
          {row.selling.note && `：${row.selling.note}`}
        </p>
        <Notices notices={row.notices} />
        <Figures row={row} />
        <div class="answers">
          <Button label={words.sheet.dayBefore} onPress={() => setDay(shifted(day, -1))} />
          <b>{words.day(day)}</b>
          <Button
            label={words.sheet.dayAfter}
            disabled={day >= today}
            onPress={() => setDay(shifted(day, 1))}
          />
        </div>
        <WhenAnswered asked={asked} again={again}>
          {(its) => (
            <>
              <DayCharts its={its} now={day === today ? clockTime(state.now).slice(0, 2) : null} />
              <Deliveries deliveries={its.deliveries} />
              <Tills row={row} tills={its.tills} again={again} />
            </>
          )}
        </WhenAnswered>
        <MessageForm row={row} />
      </div>
    </Modal>
  );
}

const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;

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
    <table class="table">
      <thead>
        <tr>
          <td />
          {[sheet.available, ...columns.map(([name]) => name), sheet.runsOutAt].map((name) => (
            <th key={name} scope="col" class="figure">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => {
          const at = row.runsOutAt[kind];
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
              <td class="figure">{at === null ? sheet.notToday : words.outlets.runsOut(clockTime(at))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function DayCharts({ its, now }: { readonly its: OutletDay; readonly now: string | null }) {
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

function Tills({
  row,
  tills,
  again,
}: {
  readonly row: OutletRow;
  readonly tills: readonly TillView[];
  readonly again: () => void;
}) {
  const { words, state } = usePage();
  const [said, setSaid] = useState<Said | null>(null);
  const tell = async <T,>(path: string, body: object, done: (answer: T) => string) => {
    const answer = await ask<T>('POST', path, body);
    setSaid(
      isRefused(answer)
        ? { tone: 'refused', text: words.refusal(answer.refused, answer.detail) }
        : { tone: 'done', text: done(answer.done) },
    );
    again();
  };
  const makeCode = () =>
    tell<{ code: string; expiresAt: OutletDay['tills'][number]['seenAt'] }>(
      '/codes',
      { outlet: row.code },
      ({ code, expiresAt }) => words.sheet.codeFor(code, dayAndTime(expiresAt)),
    );
  return (
    <>
      <h3>{words.sheet.tills}</h3>
      <ul class="tills">
        {tills.map(({ tillId, seenAt, revokedAt, unsent }) => (
          <li key={tillId}>
            <code>{tillId.slice(0, 8)}</code>
            <span class="heard">
              {words.sheet.seen} {words.age(minutesBetween(seenAt, state.now))}
              {unsent > 0 && `，${words.sheet.unsent} ${grouped(unsent)}`}
            </span>
            {revokedAt === null ? (
              <Button
                label={words.sheet.revoke}
                tone="quiet"
                onPress={() =>
                  void tell('/tills/revoke', { outlet: row.code, tillId }, () => words.sheet.revoked)
                }
              />
            ) : (
              <b>{words.sheet.revoked}</b>
            )}
          </li>
        ))}
      </ul>
      <div class="answers">
        <Button label={words.sheet.code} onPress={() => void makeCode()} />
        <SaidLine said={said} />
      </div>
    </>
  );
}

function MessageForm({ row }: { readonly row: OutletRow }) {
  const { words } = usePage();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const send = async () => {
    const answer = await ask('POST', '/messages', { to: { outlet: row.code }, text });
    if (isRefused(answer)) setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    else {
      setText('');
      setSaid({ tone: 'done', text: words.sheet.sent });
    }
  };
  return (
    <form
      class="answers"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="entry">
        <span>{words.sheet.message}</span>
        <input maxLength={500} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <button class="button" type="submit" disabled={text.trim() === ''}>
        {words.sheet.send}
      </button>
      <SaidLine said={said} />
    </form>
  );
}
