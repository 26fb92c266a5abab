import { bandOf, type Notice, type OutletRow, type RunsOut } from '#central-api';
import {
  businessDayOf,
  type Instant,
  instant,
  type MaskKind,
  maskKinds,
  type Outlook,
  outlookOf,
  type PiecesByKind,
  type SellingState,
  startOfDay,
} from '#rules';
import { type OutletFigures, onSaleOn, sellingOn } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { openSince } from './open-since.ts';
import type { SoldDay, SoldToday } from './sold-figures.ts';

/** Everything that a row is made of. */
export interface RowParts {
  readonly listed: ListedOutlet;
  readonly figures: OutletFigures;
  readonly tills: number;
  readonly unsent: number;
  readonly today: SoldToday;
  readonly usual: SoldDay;
  readonly announced: PiecesByKind;
  /** Of what was announced for today. */
  readonly received: PiecesByKind;
  readonly state: 'none-due' | 'all-received' | 'some-due';
  readonly conflicts: number;
}

const hourMs = 3_600_000;
const silentAfterMs = 15 * 60_000;
const daysTooMany = 2;

export function rowOf(parts: RowParts, now: Instant, promises: 'left-out' | 'counted'): OutletRow {
  const { listed, figures, today, usual } = parts;
  const { outlet: code, name, county, town, chain, place } = listed;
  const day = businessDayOf(now);
  const available = onSaleOn(figures, day, promises);
  const outlook = byKind((kind) =>
    outlookOf({ available: available[kind], soldToday: today.sold[kind], usual: usual[kind], now }),
  );
  const selling = sellingOn(figures, day);
  const notYetOnSale = byKind((kind) => lotsOf(figures, kind, (from) => from > day));
  /** What will still be there tomorrow. */
  const spare = byKind((kind) => Math.max(0, available[kind] - outlook[kind].stillWanted));
  const row: Omit<OutletRow, 'notices'> = {
    ...{ code, name, county, town, chain, place, available },
    bands: byKind((kind) => bandOf(available[kind])),
    promised: figures.promised,
    onHand: byKind((kind) => figures.onHand[kind] + lotsOf(figures, kind, (from) => from <= day)),
    notYetOnSale,
    selling,
    heardAt: figures.heardAt,
    tills: parts.tills,
    unsent: parts.unsent,
    soldToday: byKind((kind) => sum(today.sold[kind])),
    salesToday: today.sales,
    usualDay: byKind((kind) => Math.round(sum(usual[kind]))),
    runsOut: byKind((kind) => runsOutOf(selling.state, available[kind], outlook[kind], sum(usual[kind]))),
    suggested: byKind((kind) => goodsFor(usual[kind], notYetOnSale[kind], spare[kind])),
    announced: parts.announced,
    received: parts.received,
    conflicts: parts.conflicts,
  };
  return { ...row, notices: noticesOf(row, parts, spare, now) };
}

function noticesOf(
  row: Omit<OutletRow, 'notices'>,
  parts: RowParts,
  spare: PiecesByKind,
  now: Instant,
): Notice[] {
  if (row.tills === 0) return ['no-till'];
  const nothingLeft = maskKinds.every((kind) => row.available[kind] === 0);
  const said: Record<Exclude<Notice, 'no-till'>, boolean> = {
    silent: isSilent(row, parts, now),
    'not-selling': row.selling.state !== 'open' && row.selling.state !== 'sold-out',
    'sold-out': row.selling.state === 'sold-out' || (row.selling.state === 'open' && nothingLeft),
    oversold: maskKinds.some((kind) => row.onHand[kind] < 0 || row.onHand[kind] < row.promised[kind]),
    'will-run-out': maskKinds.some((kind) => runsOutEarly(row.runsOut[kind], parts.usual[kind])),
    'left-with-stock': maskKinds.some(
      (kind) => row.usualDay[kind] > 0 && spare[kind] > daysTooMany * row.usualDay[kind],
    ),
    'goods-differ':
      parts.state === 'all-received' && maskKinds.some((kind) => row.announced[kind] !== row.received[kind]),
    conflicts: row.conflicts > 0,
  };
  return (Object.keys(said) as (keyof typeof said)[]).filter((notice) => said[notice]);
}

/** Not heard for a while since its doors opened; whoever is closed has switched the till off. */
function isSilent(
  { selling, heardAt }: Omit<OutletRow, 'notices'>,
  { figures: { hours }, listed: { servicePeriods } }: RowParts,
  now: Instant,
): boolean {
  if (selling.state === 'closed-today') return false;
  const opened = openSince({ hours, servicePeriods }, now);
  return opened !== null && now - Math.max(opened, heardAt ?? 0) > silentAfterMs;
}

/** More than an hour before the end of the last hour in which it usually sells. */
function runsOutEarly(runsOut: RunsOut, usual: readonly number[]): boolean {
  if (runsOut.when !== 'today') return false;
  const last = usual.findLastIndex((pieces) => pieces > 0);
  return last >= 0 && runsOut.at < startOfDay(businessDayOf(runsOut.at)) + last * hourMs;
}

/** @param usualDay pieces; 0 where no day before is known */
function runsOutOf(
  state: SellingState,
  available: number,
  { runsOutAt, stillWanted }: Outlook,
  usualDay: number,
): RunsOut {
  // What is on sale counts as none while nothing is sold, though there may be plenty.
  if (state !== 'open') return { when: state === 'sold-out' ? 'gone' : 'unknown' };
  if (available <= 0) return { when: 'gone' };
  if (runsOutAt !== null) return { when: 'today', at: roughly(runsOutAt) };
  return { when: usualDay === 0 && stillWanted === 0 ? 'unknown' : 'not-today' };
}

/** An estimate is no better than that, and one that moved with every look would be news each time. */
const roughlyMs = 5 * 60_000;
const roughly = (at: Instant): Instant => instant(Math.round(at / roughlyMs) * roughlyMs);

/** Masks come in packs. */
const packPieces = 50;
const abundance = 1.2;

/** A usual day and a fifth, in whole packs, less what will be there. */
function goodsFor(usual: readonly number[], notYetOnSale: number, spare: number): number {
  const wanted = sum(usual) * abundance - notYetOnSale - spare;
  return Math.ceil(Math.max(0, wanted) / packPieces) * packPieces;
}

const lotsOf = ({ lots }: OutletFigures, kind: MaskKind, isMeant: (onSaleFrom: string) => boolean): number =>
  sum(lots.filter((lot) => lot.kind === kind && isMeant(lot.onSaleFrom)).map(({ pieces }) => pieces));

const byKind = <T>(of: (kind: MaskKind) => T): Record<MaskKind, T> => ({
  adult: of('adult'),
  child: of('child'),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
