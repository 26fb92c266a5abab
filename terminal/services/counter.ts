import type { CardReader, CardReaderEvent, NhiCard } from '#card-reader';
import {
  businessDayOf,
  exhaustive,
  holderOf,
  isChildCard,
  lastThree,
  type MaskKind,
  maskedName,
  type PolicyPack,
  personal,
  reveal,
  ruleSetAt,
  yearOf,
} from '#rules';
import { storageFault } from '#store';
import type { HolderKeys } from './holder-keys.ts';
import type { SaleOutcome, SaleRequest, Selling } from './selling.ts';
import { firstDraft, givesWay, type Session, type Visit, withoutCard } from './session.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of something the counter was asked to do. Anything but `done` changed nothing. */
export type CounterAnswer =
  | 'done'
  | 'stale'
  | 'not-now'
  | 'not-allowed'
  | 'confirmation-needed'
  | 'storage-full'
  | 'storage-failed';

/** A sale as the screen asks for it: which visit, what, and whether a person looked at what is in doubt. */
export interface SaleOrder extends Omit<SaleRequest, 'visitor'> {
  readonly visitId: string;
}

/** One counter: cards in, verdicts and sales out. */
export interface Counter {
  session(): Session;
  chooseKind(visitId: string, kind: MaskKind): CounterAnswer;
  setPieces(visitId: string, pieces: number): CounterAnswer;
  /** Sells the draft as it was shown. A visit that was sold already answers `done` again. */
  sell(order: SaleOrder): CounterAnswer;
  dismiss(): CounterAnswer;
  readonly changed: Signal;
  close(): void;
}

export interface CounterDeps {
  readonly reader: Pick<CardReader, 'subscribe'>;
  readonly selling: Selling;
  readonly holderKeys: HolderKeys;
  readonly time: TimeKeeper;
  readonly policy: PolicyPack;
  /** A fresh, unguessable id. */
  readonly newId: () => string;
  readonly onSold: () => void;
  readonly onFault: (error: unknown) => void;
}

type CardRead = Extract<CardReaderEvent, { type: 'read' | 'failed' }>;

export function createCounter(deps: CounterDeps): Counter {
  const { reader, selling, time, onFault } = deps;
  const changed = createSignal();
  let session: Session = { stage: 'idle' };
  /** Cards that lie in their readers and have not had their turn. */
  const waiting = new Map<string, CardRead | null>();

  function become(next: Session): void {
    if (next === session) return;
    session = next;
    changed.raise();
  }

  function onReader(event: CardReaderEvent): void {
    switch (event.type) {
      case 'status':
        changed.raise();
        break;
      case 'inserted':
        if (givesWay(session)) become({ stage: 'reading', reader: event.reader });
        else waiting.set(event.reader, null);
        break;
      case 'read':
      case 'failed':
        if (waiting.has(event.reader)) waiting.set(event.reader, event);
        else take(event);
        break;
      case 'removed':
        waiting.delete(event.reader);
        become(withoutCard(session, event.reader));
        admitWaiting();
        break;
      default:
        exhaustive(event);
    }
  }

  function take(event: CardRead): void {
    if (event.type === 'read') welcome(event.reader, event.card).catch(onFault);
    else become({ stage: 'card-failed', failure: event.failure });
  }

  async function welcome(readerName: string, card: NhiCard): Promise<void> {
    const reading = session;
    const visit = await visitOf(readerName, card);
    // While the key was computed the card may have left, or someone may have cancelled.
    if (session !== reading) return;
    judge(visit);
  }

  function judge(visit: Visit): void {
    const decision = selling.decide(visit.visitor);
    become(
      decision.verdict === 'may-not'
        ? { stage: 'refused', decision, visit, visitId: visit.visitor.visitId, reader: visit.reader }
        : { stage: 'open', decision, visit, draft: firstDraft(decision, visit.childCard) },
    );
  }

  async function visitOf(readerName: string, card: NhiCard): Promise<Visit> {
    const id = reveal(card.id);
    const birthYear = yearOf(reveal(card.born));
    const today = businessDayOf(time.now());
    const holder = holderOf(id, birthYear);
    const ruleSet = ruleSetAt(deps.policy, time.now());
    const name = reveal(card.name);
    const key = await deps.holderKeys.keyOf(personal(id.number));
    return {
      reader: readerName,
      name,
      childCard: ruleSet !== null && isChildCard(holder, ruleSet, today),
      visitor: {
        visitId: deps.newId(),
        holder,
        record: { key, birthYear, maskedName: maskedName(name.text), lastThree: lastThree(id.number) },
        doubts: card.issued > today || reveal(card.born) > today ? ['issued-in-future'] : [],
      },
    };
  }

  function admitWaiting(): void {
    const [next] = waiting;
    if (!next || !givesWay(session)) return;
    const [readerName, event] = next;
    waiting.delete(readerName);
    become({ stage: 'reading', reader: readerName });
    if (event) take(event);
  }

  function redraft(visitId: string, kind: MaskKind | null, pieces: number | null): CounterAnswer {
    if (session.stage !== 'open') return 'not-now';
    if (session.visit.visitor.visitId !== visitId) return 'stale';
    const wanted = kind ?? session.draft.offer.kind;
    const offer = session.decision.offers.find((o) => o.kind === wanted);
    if (!offer || (pieces ?? 1) > offer.most) return 'not-allowed';
    become({ ...session, draft: { offer, pieces: pieces ?? offer.most } });
    return 'done';
  }

  function sell({ visitId, ...order }: SaleOrder): CounterAnswer {
    if (session.stage !== 'open') return selling.wasSold(visitId) ? 'done' : 'not-now';
    const { visit } = session;
    if (visit.visitor.visitId !== visitId) return 'stale';
    try {
      return afterSale(selling.sell({ visitor: visit.visitor, ...order }), visit);
    } catch (error) {
      const fault = storageFault(error);
      if (fault === null) throw error;
      onFault(error);
      become({ stage: 'sale-failed', fault, visitId, visit });
      return fault;
    }
  }

  function afterSale(outcome: SaleOutcome, visit: Visit): CounterAnswer {
    if (outcome.outcome === 'sold') {
      become({ stage: 'sold', sale: outcome.sale, reader: visit.reader, card: 'in' });
      deps.onSold();
      return 'done';
    }
    // The rules, the stock or the day moved under an open verdict: show what holds now.
    if (outcome.outcome === 'not-allowed') judge(visit);
    return outcome.outcome;
  }

  const unsubscribe = reader.subscribe(onReader);
  return {
    session: () => session,
    chooseKind: (visitId, kind) => redraft(visitId, kind, null),
    setPieces: (visitId, pieces) => redraft(visitId, null, pieces),
    sell,
    dismiss() {
      if (session.stage === 'idle' || session.stage === 'reading') return 'not-now';
      // A sale that failed can be tried again while its card is still there.
      if (session.stage === 'sale-failed' && session.visit) judge(session.visit);
      else become({ stage: 'idle' });
      admitWaiting();
      return 'done';
    },
    changed,
    close: unsubscribe,
  };
}
