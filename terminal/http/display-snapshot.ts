import type { DisplaySnapshot } from '#api';
import { available, businessDayOf, exhaustive, type PiecesByKind } from '#rules';
import { amountOf, isOpen, receiptText, type Session, type Till, type Visit } from '#services';
import { servingView, todayView } from './part-views.ts';
import { totalOf } from './session-view.ts';

/** The customer's share: verdict, quantity, amount. */
export function displaySnapshot(till: Till, revision: number): DisplaySnapshot {
  return {
    revision,
    mode: till.purpose,
    outlet: { name: till.shop.outlet().name },
    today: todayView(till),
    now: till.time.now(),
    language: till.display.language(),
    sellingState: till.shop.sellingState(),
    nowServing: servingView(till)?.name ?? null,
    view: receiptView(till) ?? sessionView(till.counter.session(), till),
  };
}

function receiptView({ display, store, shop }: Till): DisplaySnapshot['view'] | null {
  const shown = display.receiptShown();
  const receipt = shown === null ? null : store.sales.byReceipt(shown);
  if (!receipt) return null;
  return { stage: 'receipt', text: receiptText(receipt, shop.outlet()) };
}

function sessionView(session: Session, till: Till): DisplaySnapshot['view'] {
  switch (session.stage) {
    case 'idle':
      return { stage: 'idle', stock: available(till.store.stock.on(businessDayOf(till.time.now()))) };
    case 'reading':
      return { stage: 'reading' };
    case 'visit':
      return visitView(session.visit);
    case 'sold': {
      const { lines } = session.receipt;
      return { stage: 'sold', pieces: sum(lines), total: amountOf(lines) };
    }
    case 'card-failed':
    case 'sale-failed':
      return { stage: 'wait' };
    default:
      return exhaustive(session);
  }
}

function visitView(visit: Visit): DisplaySnapshot['view'] {
  const place = visit.lines.findIndex(({ lineId }) => lineId === visit.current);
  const current = visit.lines[place];
  const drafts = visit.lines
    .filter(isOpen)
    .map(({ draft }) => ({ kind: draft.offer.kind, pieces: draft.pieces }));
  return {
    stage: 'verdict',
    verdict: current?.decision.verdict ?? 'may-not',
    card: { place: place + 1, of: visit.lines.length },
    pieces: sum(drafts),
    total: totalOf(visit),
  };
}

function sum(lines: readonly { readonly kind: keyof PiecesByKind; readonly pieces: number }[]): PiecesByKind {
  const pieces = { adult: 0, child: 0 };
  for (const line of lines) pieces[line.kind] += line.pieces;
  return pieces;
}
