import type { CounterSnapshot } from '#api';
import { grouped } from '../day-format.ts';
import { CardSlot } from '../look/shapes.tsx';
import type { Today } from '../wall.ts';
import { useScreen } from './screen-context.ts';

/** The quiet screen: what to do, and whose day it is. */
export function IdleField({ stage, today }: { readonly stage: 'idle' | 'reading'; readonly today: Today }) {
  const { words } = useScreen();
  const { digits, children } = words.today(today);
  return (
    <>
      <CardSlot />
      <h1 class="invitation">{stage === 'reading' ? words.idle.reading : words.idle.insertCard}</h1>
      <p class="today">
        <b>{digits}</b>
        {children && <span>{children}</span>}
      </p>
    </>
  );
}

/** The clock, what is left, and the sale made last. */
export function IdlePanel({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, state } = useScreen();
  const { stock, lastSale, clock, outlet } = snapshot;
  return (
    <>
      <div class="clock">
        <time>{words.status.clock(state.now)}</time>
        <p>{words.date(clock.day)}</p>
      </div>
      <dl class="stock" aria-label={words.idle.stock}>
        {(['adult', 'child'] as const).map((kind) => (
          <div key={kind}>
            <dt>{words.kinds[kind]}</dt>
            <dd>{grouped(stock[kind])}</dd>
          </div>
        ))}
      </dl>
      <div class="outlet">
        {lastSale && (
          <p>
            {words.lastSale} · {words.kindsShort[lastSale.kind]} · {words.count(lastSale.pieces)} ·{' '}
            {words.money(lastSale.total)}
          </p>
        )}
        <p>{outlet.name}</p>
      </div>
    </>
  );
}
