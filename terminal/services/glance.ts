import {
  addDays,
  available,
  type BusinessDay,
  businessDayOf,
  type Instant,
  instant,
  type MaskKind,
  nextSellingDay,
  type OpeningHours,
  outlookOf,
  type PiecesByKind,
} from '#rules';
import type { GoodsForDay, Store } from '#store';
import type { TicketDesk } from './tickets.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** When nothing of a kind is left at the pace of today, as far as the usual day says. */
export type RunsOut =
  | { readonly when: 'gone' | 'not-today' }
  | { readonly when: 'today'; readonly at: Instant }
  /** No day before and no sale within the hour to go by. */
  | { readonly when: 'unknown' };

/** What somebody who looks up for half a minute wants to know of the day, beside its figures. */
export interface GlanceFigures {
  /** Pieces sold in each hour of today, 0 to 23. */
  readonly soldByHour: readonly PiecesByKind[];
  /** Pieces sold in each hour of the usual day: the mean of the selling days of the last two weeks. `null`: no such day. */
  readonly usualByHour: readonly PiecesByKind[] | null;
  readonly runsOut: Readonly<Record<MaskKind, RunsOut>>;
  /** Visits that were served in the last sixty minutes. */
  readonly visitsLastHour: number;
  /** Tickets of today that somebody still holds. */
  readonly waitingTickets: number;
  readonly goods: {
    readonly today: GoodsForDay;
    /** Of the next selling day: they come today. */
    readonly next: GoodsForDay;
  };
}

export interface Glance {
  figures(): GlanceFigures;
}

export interface GlanceDeps {
  readonly store: Pick<Store, 'figures' | 'stock' | 'centre' | 'latestFacts'>;
  readonly time: Pick<TimeKeeper, 'now'>;
  readonly tickets: Pick<TicketDesk, 'views'>;
}

const hourMs = 3_600_000;
const usualDays = 14;

export function createGlance({ store, time, tickets }: GlanceDeps): Glance {
  const usualOf = createUsualDay(store.figures);

  function runsOut(
    { now, week }: { readonly now: Instant; readonly week: OpeningHours | null },
    soldByHour: readonly PiecesByKind[],
    usual: readonly PiecesByKind[] | null,
  ) {
    const left = available(store.stock.on(businessDayOf(now)));
    return (kind: MaskKind): RunsOut => {
      if (left[kind] <= 0) return { when: 'gone' };
      const soldToday = soldByHour.map((pieces) => pieces[kind]);
      const usualKind = usual?.map((pieces) => pieces[kind]) ?? null;
      const { runsOutAt, basis } = outlookOf({
        ...{ available: left[kind], soldToday, usual: usualKind, now, week },
      });
      if (runsOutAt !== null) return { when: 'today', at: runsOutAt };
      return { when: usual === null && basis === 'none' ? 'unknown' : 'not-today' };
    };
  }

  return {
    figures() {
      const now = time.now();
      const today = businessDayOf(now);
      const soldByHour = store.figures.byHour(today);
      const usualByHour = usualOf(today, now);
      const week = store.latestFacts.of('opening-hours-set')?.fact.week ?? null;
      const endOf = runsOut({ now, week }, soldByHour, usualByHour);
      const open = tickets.views(today).filter(({ day }) => day === today);
      return {
        soldByHour,
        usualByHour,
        runsOut: { adult: endOf('adult'), child: endOf('child') },
        visitsLastHour: store.figures.visitsBetween(instant(now - hourMs), now),
        waitingTickets: open.reduce((sum, session) => sum + session.open.adult + session.open.child, 0),
        goods: {
          today: store.centre.goodsFor(today),
          next: store.centre.goodsFor(nextSellingDay(today, week)),
        },
      };
    },
  };
}

/** Added up once an hour: what is keyed in or voided for an earlier day is in it by then. */
function createUsualDay(figures: Store['figures']) {
  let made: { readonly hour: number; readonly usual: readonly PiecesByKind[] | null } | null = null;
  return (today: BusinessDay, now: Instant): readonly PiecesByKind[] | null => {
    const hour = Math.floor(now / hourMs);
    if (made?.hour === hour) return made.usual;
    const { days, byHour } = figures.byHourBetween(addDays(today, -usualDays), addDays(today, -1));
    const mean = (pieces: number) => Math.round((pieces / days) * 10) / 10;
    const usual =
      days === 0 ? null : byHour.map(({ adult, child }) => ({ adult: mean(adult), child: mean(child) }));
    made = { hour, usual };
    return usual;
  };
}
