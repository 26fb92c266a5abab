import type { DayCloseView, DayFigures, StockSnapshot } from '#api';
import { type Buckets, type BusinessDay, businessDayOf, nextSellingDay } from '#rules';
import type { DayClose, Operator, Till } from '#services';
import {
  centralView,
  conflictsView,
  deliveriesView,
  policyNextView,
  policyNowView,
} from './central-views.ts';
import { glanceView } from './glance-view.ts';
import {
  backupView,
  clockView,
  diskView,
  operatorView,
  phonesView,
  printerView,
  queueView,
  readerView,
} from './part-views.ts';

/** The whole of what the manager's page shows without asking. */
export function stockSnapshot(till: Till, revision: number): Omit<StockSnapshot, 'you'> {
  const { store, time, shop } = till;
  const today = businessDayOf(time.now());
  const stock = store.stock.on(today);
  const lastClose = store.dayCloses.last();
  return {
    revision,
    mode: till.purpose,
    outlet: { code: till.outletCode, ...shop.outlet() },
    operators: store.operators.all().map(operatorView),
    clock: clockView(till),
    policy: till.policies.now(),
    policyNow: policyNowView(till),
    policyNext: policyNextView(till),
    stock: { adult: bucketsView(stock.adult), child: bucketsView(stock.child) },
    lots: [...store.stock.lotsAfter(today)],
    nextSellingDay: nextSellingDay(today, shop.openingHours()?.week ?? null),
    today: figuresView(till, today),
    glance: glanceView(till),
    sellingState: shop.sellingState(),
    openingHours: shop.openingHours(),
    tickets: [...till.tickets.views(today)],
    lastClose: lastClose && dayCloseView(till, lastClose),
    daysToClose: [...store.dayCloses.daysToClose()],
    reader: readerView(till),
    printer: printerView(till),
    queue: queueView(till),
    central: centralView(till),
    toReview: till.reviewing.open(),
    conflicts: conflictsView(till),
    messages: [...till.centre.messages()],
    deliveries: deliveriesView(till),
    phones: phonesView(till),
    disk: diskView(till),
    backup: { ...backupView(till), folder: till.backups.state().folder },
  };
}

export const stockSeenBy = (shared: Omit<StockSnapshot, 'you'>, you: Operator): StockSnapshot => ({
  ...shared,
  you: operatorView(you),
});

const bucketsView = (buckets: Buckets): StockSnapshot['stock']['adult'] => ({
  ...buckets,
  available: buckets.onHand - buckets.promised,
});

export const figuresView = (till: Till, day: BusinessDay): DayFigures => ({
  day,
  ...till.dayClosing.figures(day),
});

export function dayCloseView(till: Till, { at, closed }: DayClose): DayCloseView {
  const { day, number, figures, bookedStock, countedStock, countedCash, unsent, note, by } = closed;
  const who = by === undefined ? null : till.store.operators.byId(by);
  return {
    ...{ day, number, at, bookedStock, countedStock, countedCash, unsent, note },
    by: who?.name ?? null,
    figures: { day, ...figures },
  };
}
