import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { grouped, minutesBetween } from '../../day-format.ts';
import { ageGrade } from '../age.ts';
import { usePage } from '../page-context.ts';
import { Notices, Stock } from '../parts.tsx';
import { kinds, type OutletRow } from '../wall.ts';
import { createRowSlots } from './row-slots.ts';
import { runsOutText, soonestOf } from './runs-out.ts';
import { type Order, orders } from './sorting.ts';

/** Two lines of text, on a wall screen too. */
const rowRems = 3.25;
/** Rows beyond the window, so that a quick thumb finds no gap. */
const beyond = 8;
/** About twenty sheets of A4; who wants more wants the file. */
const mostOnPaper = 500;

/** All outlets in one table. Only the rows in sight are drawn; the others are room above and below. */
export function OutletTable() {
  const { words, state, medium } = usePage();
  const { rows, all, chosen } = state;
  const box = useRef<HTMLElement>(null);
  const { rowHeight, ...inSight } = useWindow(box, rows.length);
  const { from, until } = medium === 'paper' ? onPaper(rows.length) : inSight;
  const shown = rows.slice(from, until);
  const [slots] = useState(createRowSlots);
  const keys = slots.keysFor(
    shown.map(({ code }) => code),
    focused(),
  );
  const sums = useMemo(() => sumsOf(rows), [rows]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step === undefined || rows.length === 0) return;
    event.preventDefault();
    const at = rows.findIndex(({ code }) => code === focused());
    const next = Math.max(0, Math.min(rows.length - 1, at + step));
    const top = next * rowHeight;
    const window = box.current;
    if (window && top < window.scrollTop + rowHeight) window.scrollTop = Math.max(0, top - rowHeight);
    else if (window && top + 2 * rowHeight > window.scrollTop + window.clientHeight) {
      window.scrollTop = top + 2 * rowHeight - window.clientHeight;
    }
    requestAnimationFrame(() => focusRow(rows[next]?.code));
  };
  if (rows.length === 0) {
    return (
      <div class="empty">
        <p>
          <b>{all.length === 0 ? words.outlets.noneYet : words.outlets.nothing}</b>
        </p>
        <p class="hint">{all.length === 0 ? words.outlets.noneYetHint : words.outlets.nothingHint}</p>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="rows" ref={box} tabIndex={0} aria-label={words.outlets.list} onKeyDown={move}>
      {medium === 'paper' && until < rows.length && (
        <p class="check on-paper">{words.onPaper.only(until, rows.length)}</p>
      )}
      <table class="table" aria-rowcount={rows.length + 1} style={{ '--row': `${rowHeight}px` }}>
        <thead>
          <tr aria-rowindex={1}>
            {orders.map((order) => (
              <Heading key={order} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Room height={from * rowHeight} />
          {shown.map((row, i) => (
            <Row key={keys[i]} row={row} index={from + i + 2} isChosen={row.code === chosen} />
          ))}
          <Room height={(rows.length - until) * rowHeight} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.outlets.sum}</th>
            <td />
            {kinds.map((kind) => (
              <td key={kind} class="figure">
                {grouped(sums[kind])}
              </td>
            ))}
            <td class="figure">{grouped(sums.sold)}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function sumsOf(rows: readonly OutletRow[]) {
  const sums = { adult: 0, child: 0, sold: 0 };
  for (const { available, soldToday } of rows) {
    sums.adult += available.adult;
    sums.child += available.child;
    sums.sold += soldToday.adult + soldToday.child;
  }
  return sums;
}

const upFirst: readonly Order[] = ['name', 'place', 'runs-out', 'heard'];
const figures: readonly Order[] = ['adult', 'child', 'sold'];

function Heading({ order }: { readonly order: Order }) {
  const { words, state, desk, medium } = usePage();
  const { sorting } = state;
  const isBy = sorting.by === order;
  const first = upFirst.includes(order) ? 'up' : 'down';
  const way = isBy ? (sorting.way === 'up' ? 'down' : 'up') : first;
  return (
    <th
      scope="col"
      class={figures.includes(order) ? 'figure' : undefined}
      aria-sort={isBy ? (sorting.way === 'up' ? 'ascending' : 'descending') : undefined}
    >
      {/* Chromium repeats a heading on every sheet, but not what can be pressed in it. */}
      {medium === 'paper' ? (
        words.outlets.columns[order]
      ) : (
        <button type="button" onClick={() => desk.sort({ by: order, way })}>
          {words.outlets.columns[order]}
          <span aria-hidden="true">{isBy ? (sorting.way === 'up' ? ' ▲' : ' ▼') : ''}</span>
        </button>
      )}
    </th>
  );
}

/** Where rows would be that are not drawn. */
const Room = ({ height }: { readonly height: number }) => (
  <tr class="room" style={{ height: `${height}px` }} />
);

const focused = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset.outlet : undefined;
const focusRow = (code: string | undefined): void =>
  document.querySelector<HTMLElement>(`button[data-outlet="${code}"]`)?.focus({ preventScroll: true });

function Row({
  row,
  index,
  isChosen,
}: {
  readonly row: OutletRow;
  readonly index: number;
  readonly isChosen: boolean;
}) {
  const { words, desk } = usePage();
  const first = soonestOf(row.runsOut);
  return (
    <tr aria-rowindex={index} data-chosen={isChosen ? '' : undefined} onClick={() => desk.choose(row.code)}>
      <th scope="row">
        <button type="button" data-outlet={row.code} onClick={() => desk.choose(row.code)}>
          {row.name}
        </button>
        <small>
          <span class="code">{row.code}</span>
          <Heard row={row} />
        </small>
      </th>
      <td>
        {row.county}
        {row.town}
        {row.selling.state !== 'open' && (
          <small>
            {words.states[row.selling.state]}
            {row.selling.note && `：${row.selling.note}`}
          </small>
        )}
      </td>
      {kinds.map((kind) => (
        <td key={kind} class="figure">
          <Stock pieces={row.available[kind]} band={row.bands[kind]} />
        </td>
      ))}
      <td class="figure">{grouped(row.soldToday.adult + row.soldToday.child)}</td>
      <td>{first && runsOutText(words, first)}</td>
      <td>
        <Heard row={row} />
      </td>
      <td>
        <Notices notices={row.notices} most={2} />
      </td>
    </tr>
  );
}

/** How old its figures are. */
function Heard({ row: { heardAt } }: { readonly row: OutletRow }) {
  const { words, state } = usePage();
  if (heardAt === null) return <span class="age">{words.never}</span>;
  const minutes = minutesBetween(heardAt, state.now);
  return (
    <span class="age" data-age={ageGrade(minutes)}>
      {words.age(minutes)}
    </span>
  );
}

const onPaper = (rows: number) => ({ from: 0, until: Math.min(rows, mostOnPaper) });

/** In whole CSS pixels, as the style sheet is told, or a thousand rows would drift. */
const rowHeightNow = (): number =>
  Math.round(rowRems * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

/** Which rows are in sight, and how high each is. */
function useWindow(box: { readonly current: HTMLElement | null }, rows: number) {
  const [first, setFirst] = useState(0);
  const [size, setSize] = useState(20);
  const [rowHeight, setRowHeight] = useState(rowHeightNow);
  useLayoutEffect(() => {
    const window = box.current;
    if (!window) return;
    const look = () => {
      setFirst(Math.floor(window.scrollTop / rowHeight));
      setSize(Math.ceil(window.clientHeight / rowHeight) + 1);
    };
    const measure = () => {
      setRowHeight(rowHeightNow());
      look();
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(window);
    return () => {
      window.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [rows === 0, rowHeight]);
  const last = Math.max(0, rows - size);
  const from = Math.max(0, Math.min(first, last) - beyond);
  return { rowHeight, from, until: Math.min(rows, Math.min(first, last) + size + beyond) };
}
