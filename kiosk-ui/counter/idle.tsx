import type { CounterSnapshot } from '#api';
import { grouped } from '../day-format.ts';
import { CardSlot } from '../look/shapes.tsx';
import type { Stage } from '../wall.ts';
import { useScreen } from './screen-context.ts';
import { SellingFlag } from './selling-flag.tsx';

/** The quiet screen: what to do, whose number it is, and whose day. */
export function IdleField(props: {
  readonly snapshot: CounterSnapshot;
  readonly session: Stage<'idle'> | Stage<'reading'>;
}) {
  const { words } = useScreen();
  const { session, snapshot } = props;
  const { serving } = snapshot;
  const { digits, children } = words.today(snapshot.today);
  const joining = session.stage === 'reading' && session.visitId !== null;
  return (
    <>
      {serving ? (
        <p class="serving">
          {words.idle.serving} <b>{serving.name}</b>
        </p>
      ) : (
        <CardSlot />
      )}
      <h1 class="invitation">{session.stage === 'reading' ? words.idle.reading : words.idle.insertCard}</h1>
      <p class="today">
        {joining ? (
          <b>{words.idle.joining}</b>
        ) : (
          <>
            <b>{digits}</b>
            {children && <span>{children}</span>}
          </>
        )}
        <SellingFlag />
      </p>
      {session.stage === 'idle' && session.timedOut && <p class="aside">{words.idle.timedOut}</p>}
    </>
  );
}

const kinds = ['adult', 'child'] as const;

/** The clock, what is left, and the sale made last. */
export function IdlePanel({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, state } = useScreen();
  const { stock, promised, nextGoods, lastSale, clock, outlet, serving } = snapshot;
  return (
    <>
      <div class="clock">
        <time>{words.status.clock(state.now)}</time>
        <p>{words.date(clock.day)}</p>
      </div>
      <dl class="stock" aria-label={words.idle.stock}>
        {kinds.map((kind) => {
          const next = nextGoods[kind];
          return (
            <div key={kind}>
              <dt>
                {words.kinds[kind]}
                {stock[kind] === 0 && next && <small>{words.idle.nextGoods(next)}</small>}
              </dt>
              <dd>{grouped(stock[kind])}</dd>
            </div>
          );
        })}
      </dl>
      <div class="outlet">
        {serving && <p>{words.idle.waitingTickets(serving.open)}</p>}
        {promised.adult + promised.child > 0 && <p>{words.idle.promised(promised)}</p>}
        {lastSale && (
          <p>
            {[
              words.lastSale,
              ...words.pieceCounts(piecesOf(lastSale.lines)),
              words.money(lastSale.total),
            ].join(' · ')}
          </p>
        )}
        <p>{outlet.name}</p>
      </div>
    </>
  );
}

type Lines = readonly { readonly kind: 'adult' | 'child'; readonly pieces: number }[];

/** The pieces of several lines by kind. */
export const piecesOf = (lines: Lines) => {
  const sum = { adult: 0, child: 0 };
  for (const { kind, pieces } of lines) sum[kind] += pieces;
  return sum;
};
