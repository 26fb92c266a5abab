import type { CounterSnapshot, DisplaySnapshot } from '#api';
import { businessDayOf, effectiveAt, exhaustive, parityOf, ruleSetAt } from '#rules';
import type { Session, Till } from '#services';
import { draftView, sessionView } from './session-view.ts';

/** The whole of what the counter shows, as of now. */
export function counterSnapshot(till: Till, revision: number): CounterSnapshot {
  const { store, time } = till;
  const now = time.now();
  const ruleSet = ruleSetAt(till.policy, now);
  return {
    revision,
    outlet: { code: till.outlet.code, name: till.outlet.name },
    clock: { now, day: businessDayOf(now), behind: time.behind() },
    today: todayView(till),
    policy: {
      pack: till.policy.id,
      ruleSet: ruleSet?.id ?? null,
      since: ruleSet && businessDayOf(effectiveAt(ruleSet)),
    },
    stock: store.stock.onSale(),
    session: sessionView(till.counter.session(), till),
    lastSale: lastSaleView(till),
    reader: readerView(till),
    printer: printerView(till),
    // Without a centre nothing is owed to one: the journal is the whole of the truth.
    central: { link: 'none', unsent: 0, oldestUnsentAt: null },
    virtual: virtualView(till),
  };
}

/** The customer's share: verdict, quantity, amount. */
export function displaySnapshot(till: Till, revision: number): DisplaySnapshot {
  return {
    revision,
    outlet: { name: till.outlet.name },
    today: todayView(till),
    now: till.time.now(),
    view: displayView(till.counter.session(), till),
  };
}

function displayView(session: Session, till: Till): DisplaySnapshot['view'] {
  switch (session.stage) {
    case 'idle':
      return { stage: 'idle', stock: till.store.stock.onSale() };
    case 'reading':
      return { stage: 'reading' };
    case 'open': {
      const { kind, pieces, total } = draftView(session.draft);
      return { stage: 'verdict', verdict: session.decision.verdict, sale: { kind, pieces, total } };
    }
    case 'refused':
      return { stage: 'verdict', verdict: 'may-not', sale: null };
    case 'sold': {
      const { kind, pieces, unitPrice } = session.sale;
      return { stage: 'sold', kind, pieces, total: pieces * unitPrice };
    }
    case 'card-failed':
    case 'sale-failed':
      return { stage: 'wait' };
    default:
      return exhaustive(session);
  }
}

function todayView(till: Till): CounterSnapshot['today'] {
  const now = till.time.now();
  const ruleSet = ruleSetAt(till.policy, now);
  return { parity: parityOf(businessDayOf(now)), binds: ruleSet?.weekdayBinds ?? 'nobody' };
}

function lastSaleView({ store }: Till): CounterSnapshot['lastSale'] {
  const last = store.sales.last();
  if (!last) return null;
  const { receiptNumber, kind, pieces, unitPrice } = last;
  const slip = store.printJobs.latestOf(receiptNumber)?.state ?? null;
  return { receiptNumber, kind, pieces, total: pieces * unitPrice, slip };
}

function readerView(till: Till): CounterSnapshot['reader'] {
  const { health, readers } = till.readerStatus();
  return {
    health,
    readers: readers.map(({ name, insertions, readErrors }) => ({ name, insertions, readErrors })),
  };
}

function printerView(till: Till): CounterSnapshot['printer'] {
  const { link, paper, cover } = till.printerStatus();
  const doubtful = till.store.printJobs.doubtful();
  return {
    link,
    paper,
    cover,
    waiting: till.store.printJobs.waiting(),
    doubtful: doubtful.map(({ id, receiptNumber }) => ({ jobId: id, receiptNumber })),
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
