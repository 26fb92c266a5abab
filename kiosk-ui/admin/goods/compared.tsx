import { useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { DayEntry } from '../../stock/parts/entries.tsx';
import { MoreRows } from '../more-rows.tsx';
import { usePage } from '../page-context.ts';
import { Empty, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { type Day, type DeliveryPage, type DeliveryView, kinds } from '../wall.ts';

const columns = 7;

/** What was announced for a day, and what came: those first that differ. @param about changes with what was announced */
export function Compared({ about }: { readonly about: string }) {
  const { words, state } = usePage();
  const { goods } = words;
  const [day, setDay] = useState<Day>(state.day as Day);
  const path = `/deliveries?day=${day}&most=200`;
  const news = `${about} ${state.news.goods}`;
  const { asked, again } = useAnswer<DeliveryPage>(path, news);
  const rows = ({ deliveries }: DeliveryPage) =>
    deliveries.map((delivery) => <Row key={delivery.deliveryId} delivery={delivery} />);
  return (
    <section class="block">
      <header>
        <h2>{goods.compare}</h2>
        <DayEntry label={goods.day} value={day} onValue={(value) => value !== '' && setDay(value as Day)} />
      </header>
      <WhenAnswered asked={asked} again={again}>
        {(page) =>
          page.deliveries.length === 0 ? (
            <Empty text={goods.nothing} />
          ) : (
            <>
              <p class="hint">{goods.summary(page.sum.announced, page.sum.received, page.sum.differ)}</p>
              <table class="table by-kind">
                <Head />
                <tbody>{rows(page)}</tbody>
                <MoreRows<DeliveryPage> {...{ path, rows, columns }} about={news} next={page.next} />
              </table>
            </>
          )
        }
      </WhenAnswered>
    </section>
  );
}

function Head() {
  const { words } = usePage();
  const { goods } = words;
  const byKind = (of: string) =>
    kinds.map((kind) => (
      <th key={`${of} ${kind}`} scope="col" class="figure">
        <span class="unseen">{of} </span>
        {words.kinds[kind]}
      </th>
    ));
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {words.outlets.columns.name}
        </th>
        <th scope="colgroup" colSpan={2} class="figure">
          {goods.announcedPieces}
        </th>
        <th scope="colgroup" colSpan={2} class="figure">
          {goods.received}
        </th>
        <th scope="col" rowSpan={2}>
          {goods.difference}
        </th>
        <th scope="col" rowSpan={2}>
          {goods.note}
        </th>
      </tr>
      <tr>
        {byKind(goods.announcedPieces)}
        {byKind(goods.received)}
      </tr>
    </thead>
  );
}

function Row({ delivery }: { readonly delivery: DeliveryView }) {
  const { words, state, desk } = usePage();
  const { outlet, announced, received, note } = delivery;
  const name = state.all.find(({ code }) => code === outlet)?.name ?? outlet;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => desk.choose(outlet)}>
          {name}
        </button>
      </th>
      {kinds.map((kind) => (
        <td key={kind} class="figure">
          {grouped(announced[kind])}
        </td>
      ))}
      {received ? (
        kinds.map((kind) => (
          <td key={kind} class="figure">
            {grouped(received[kind])}
          </td>
        ))
      ) : (
        <td class="figure due" colSpan={2}>
          {words.goods.due}
        </td>
      )}
      <td>
        <Difference delivery={delivery} />
      </td>
      <td>{note}</td>
    </tr>
  );
}

function Difference({ delivery: { announced, received } }: { readonly delivery: DeliveryView }) {
  const { words } = usePage();
  if (received === null) return null;
  const differing = kinds.filter((kind) => received[kind] !== announced[kind]);
  if (differing.length === 0) return <span>{words.goods.same}</span>;
  return (
    <span class="notices">
      {differing.map((kind) => (
        <span key={kind} class="notice" data-notice="goods-differ">
          {words.kinds[kind]} {signed(received[kind] - announced[kind])}
        </span>
      ))}
    </span>
  );
}

const signed = (n: number): string => (n > 0 ? `+${grouped(n)}` : `−${grouped(-n)}`);
