import type { CounterSnapshot, GateSnapshot } from '#api';
import { available, businessDayOf, nextGoods, nextSellingDay } from '#rules';
import { amountOf, type Operator, type Till } from '#services';
import {
  centralView,
  conflictsView,
  deliveriesView,
  policyNextView,
  policyNowView,
} from './central-views.ts';
import {
  backupView,
  clockView,
  diskView,
  operatorView,
  printerView,
  readerView,
  servingView,
  todayView,
} from './part-views.ts';
import { sessionView } from './session-view.ts';

/** What a counter shows while nobody is signed in at it: nothing of any visit. */
export function gateSnapshot(till: Till): GateSnapshot {
  return {
    mode: till.purpose,
    outlet: { code: till.outletCode, name: till.shop.outlet().name },
    operators: whoMaySignIn(till),
    now: till.time.now(),
  };
}

const whoMaySignIn = ({ store }: Till): GateSnapshot['operators'] =>
  store.operators
    .all()
    .filter(({ active }) => active)
    .map(operatorView);

/** The whole of what the counter shows, as of now, whoever is signed in. */
export function counterSnapshot(till: Till, revision: number): Omit<CounterSnapshot, 'you'> {
  const { store, time } = till;
  const today = businessDayOf(time.now());
  const stock = store.stock.on(today);
  return {
    revision,
    mode: till.purpose,
    outlet: { code: till.outletCode, name: till.shop.outlet().name },
    operators: whoMaySignIn(till),
    clock: clockView(till),
    today: todayView(till),
    policy: policyNowView(till),
    policyNext: policyNextView(till),
    stock: available(stock),
    promised: { adult: stock.adult.promised, child: stock.child.promised },
    nextGoods: nextGoods(store.stock.lotsAfter(today)),
    nextSellingDay: nextSellingDay(today, till.shop.openingHours()?.week ?? null),
    sellingState: till.shop.sellingState(),
    session: sessionView(till.counter.session(), till),
    lastSale: lastSaleView(till),
    tickets: till.tickets.views(today).filter(({ day }) => day === today),
    serving: servingView(till),
    dayToClose: store.dayCloses.daysToClose().find((day) => day < today) ?? null,
    display: { language: till.display.language(), receiptShown: till.display.receiptShown() },
    reader: readerView(till),
    printer: printerView(till),
    central: centralView(till),
    conflicts: conflictsView(till),
    deliveries: deliveriesView(till).filter(({ due }) => due),
    messages: [...till.centre.unreadMessages()],
    disk: diskView(till),
    backup: backupView(till),
    virtual: virtualView(till),
  };
}

/** With the person at this screen. */
export const seenBy = (shared: Omit<CounterSnapshot, 'you'>, you: Operator): CounterSnapshot => ({
  ...shared,
  you: operatorView(you),
});

function lastSaleView({ store }: Till): CounterSnapshot['lastSale'] {
  const last = store.sales.last();
  if (!last) return null;
  const { receiptNumber, lines, voided } = last;
  return {
    receiptNumber,
    lines: lines.map(({ kind, pieces }) => ({ kind, pieces })),
    total: amountOf(lines),
    voided: voided !== null,
    slip: store.printJobs.latestOf({ slip: 'receipt', reference: receiptNumber })?.state ?? null,
  };
}

function virtualView({ virtual }: Till): CounterSnapshot['virtual'] {
  if (!virtual) return null;
  const { reader, printer } = virtual;
  return {
    reader: reader && { cards: [...reader.cards], inserted: reader.inserted() },
    printer: printer && { ...printer.state(), lastSlip: printer.lastSlip() },
  };
}
