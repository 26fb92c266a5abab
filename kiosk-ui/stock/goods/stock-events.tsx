import { grouped } from '../../day-format.ts';
import { useAnswer } from '../answer-to.ts';
import { dayAfter, shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { Pages } from '../parts/pages.tsx';
import { type Kind, kinds, type StockEventRow } from '../terms.ts';
import { eventDetail } from './event-detail.ts';

/** What moved the stock in the last two weeks, other than sales, newest first. */
export function StockEvents() {
  const { words, snapshot } = usePage();
  const { goods } = words;
  const { day } = snapshot.clock;
  const looked = useAnswer({ about: 'stock-events', from: dayAfter(day, -13), until: day });
  return (
    <Block title={goods.events}>
      <LookedUp looked={looked}>
        {({ events }) =>
          events.length === 0 ? (
            <p class="hint">{goods.noEvents}</p>
          ) : (
            <Pages of={events} size={20}>
              {(shown) => <EventTable events={shown} />}
            </Pages>
          )
        }
      </LookedUp>
    </Block>
  );
}

function EventTable({ events }: { readonly events: readonly StockEventRow[] }) {
  const { words, snapshot } = usePage();
  const { goods } = words;
  const { day } = snapshot.clock;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{goods.what}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" class="figure">
              {words.kindsShort[kind]}
            </th>
          ))}
          <th scope="col">{goods.detail}</th>
          <th scope="col">{words.by}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.at}${event.what}${event.detail}`}>
            <td>{shortTime(event.at, day)}</td>
            <td>{goods.whats[event.what]}</td>
            {kinds.map((kind) => (
              <td key={kind} class="figure">
                {signed(event.pieces[kind])}
                <Expected event={event} kind={kind} />
              </td>
            ))}
            <td>
              {eventDetail(event, goods)}
              {event.note !== '' && <small>{event.note}</small>}
            </td>
            <td>{event.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Expected({ event, kind }: { readonly event: StockEventRow; readonly kind: Kind }) {
  const { words } = usePage();
  if (event.expected === null || event.expected[kind] === event.pieces[kind]) return null;
  return <small>{`${words.goods.expected} ${grouped(event.expected[kind])}`}</small>;
}

/** `+600`, `−3`, and a dash for nothing. */
export const signed = (n: number): string => (n > 0 ? `+${grouped(n)}` : n < 0 ? `−${grouped(-n)}` : '–');
