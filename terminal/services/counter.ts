import type { CardReader, CardReaderEvent, NhiCard } from '#card-reader';
import { type Actor, exhaustive, instant, type MaskKind } from '#rules';
import { storageFault } from '#store';
import type { QuotaChecks } from './quota-checks.ts';
import type { SaleOutcome, Selling } from './selling.ts';
import {
  type CounterAnswer,
  cardInside,
  givesWay,
  openLines,
  type SaleOrder,
  type Session,
  showsDraft,
  type Visit,
  visitToJoin,
  withConfirmed,
  withoutCard,
} from './session.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { VisitLines } from './visit-lines.ts';
import type { VisitMemory } from './visit-memory.ts';
import type { KeyedIn, Reception, Visitor } from './visitor.ts';

/** One counter: cards in, verdicts and sales out. */
export interface Counter {
  session(): Session;
  chooseKind(visitId: string, lineId: string, kind: MaskKind): CounterAnswer;
  setPieces(visitId: string, lineId: string, pieces: number): CounterAnswer;
  confirmLine(visitId: string, lineId: string): CounterAnswer;
  showLine(visitId: string, lineId: string): CounterAnswer;
  removeLine(visitId: string, lineId: string): CounterAnswer;
  /** Adds a person without a chip. The same `commandId` a second time changes nothing. */
  enterByHand(commandId: string, keyedIn: KeyedIn): Promise<CounterAnswer>;
  /** Sells the visit as it was shown. One that was sold already answers `done` again. */
  sell(order: SaleOrder, actor: Actor): CounterAnswer;
  dismiss(): CounterAnswer;
  /** Who is shown large. */
  currentVisitor(visitId: string): Visitor | null;
  readonly changed: Signal;
  close(): void;
}

export interface CounterDeps {
  readonly reader: Pick<CardReader, 'subscribe'>;
  readonly reception: Reception;
  readonly selling: Selling;
  readonly lines: VisitLines;
  readonly memory: VisitMemory;
  readonly checks: QuotaChecks;
  readonly time: TimeKeeper;
  /** The ticket that the next card redeems, apart from those that the visit has already. */
  readonly ticketFor: (taken: readonly string[]) => string | null;
  /** A fresh, unguessable id. */
  readonly newId: () => string;
  /** Runs something later; answers how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onSold: (actor: Actor) => void;
  readonly onFault: (error: unknown) => void;
}

/** So long a visit waits for its next card, or for a key. */
export const visitWaitsMs = 30_000;

type CardRead = Extract<CardReaderEvent, { type: 'read' | 'failed' }>;

export function createCounter(deps: CounterDeps): Counter {
  const { reader, reception, selling, lines, memory, checks, time, onFault } = deps;
  const changed = createSignal();
  let session: Session = { stage: 'idle', timedOut: false };
  let callOffExpiry: (() => void) | null = null;
  /** Cards that lie in their readers and have not had their turn. */
  const waiting = new Map<string, CardRead | null>();
  /** What was keyed in and answered, so that one sent twice joins once. */
  const keyedInDone = new Set<string>();

  function become(next: Session): void {
    if (next === session) return;
    session = next;
    callOffExpiry?.();
    callOffExpiry =
      next.stage === 'visit' && next.expiresAt !== null ? deps.after(visitWaitsMs, expire) : null;
    memory.keep('visit' in next ? next.visit : null);
    if (!visitUnderWay()) checks.forget();
    changed.raise();
  }

  /** The visit goes on, and waits anew. */
  function showVisit(visit: Visit): void {
    const waits = !cardInside(visit) && openLines(visit).length > 0;
    become({ stage: 'visit', visit, expiresAt: waits ? instant(time.now() + visitWaitsMs) : null });
    visit.lines.forEach(checks.ask);
  }

  /** The centre has said something. While a card is read its visit is decided about anew in any case. */
  function onAnswered(): void {
    if (session.stage === 'visit') showVisit(lines.judge(session.visit));
    else changed.raise();
  }

  function expire(): void {
    if (session.stage !== 'visit') return;
    become({ stage: 'idle', timedOut: true });
    admitWaiting();
  }

  const beginReading = (reader: string) => become({ stage: 'reading', reader, visit: visitToJoin(session) });

  function onReader(event: CardReaderEvent): void {
    switch (event.type) {
      case 'status':
        changed.raise();
        break;
      case 'inserted':
        if (givesWay(session)) beginReading(event.reader);
        else waiting.set(event.reader, null);
        break;
      case 'read':
      case 'failed':
        if (waiting.has(event.reader)) waiting.set(event.reader, event);
        else take(event);
        break;
      case 'removed':
        waiting.delete(event.reader);
        cardLeft(event.reader);
        admitWaiting();
        break;
      default:
        exhaustive(event);
    }
  }

  function cardLeft(readerName: string): void {
    switch (session.stage) {
      case 'reading':
        if (session.reader !== readerName) return;
        if (session.visit) showVisit(lines.judge(session.visit));
        else become({ stage: 'idle', timedOut: false });
        return;
      case 'visit':
        if (session.visit.lines.some((line) => line.reader === readerName)) {
          showVisit(withoutCard(session.visit, readerName));
        }
        return;
      case 'sold':
        if (session.reader === readerName) become({ ...session, reader: null });
        return;
      case 'sale-failed':
        become({ ...session, visit: withoutCard(session.visit, readerName) });
        return;
      case 'idle':
      case 'card-failed':
        return;
      default:
        exhaustive(session);
    }
  }

  function take(event: CardRead): void {
    if (event.type === 'read') welcome(event.reader, event.card).catch(onFault);
    else become({ stage: 'card-failed', failure: event.failure, visit: visitUnderWay() });
  }

  async function welcome(readerName: string, card: NhiCard): Promise<void> {
    const reading = session;
    const { visitor, name } = await reception.ofCard(card);
    // While the key was computed the card may have left, or someone may have cancelled.
    if (session === reading && reading.stage === 'reading')
      join(reading.visit, visitor, { name, reader: readerName });
  }

  function join(
    visit: Visit | null,
    visitor: Visitor,
    card: Pick<Visit['lines'][number], 'name' | 'reader'>,
  ): void {
    const taken = (visit?.lines ?? []).map(({ ticketId }) => ticketId).filter((id) => id !== null);
    const arrival = { lineId: deps.newId(), visitor, ...card, ticketId: deps.ticketFor(taken) };
    showVisit(lines.join(visit, visit?.visitId ?? deps.newId(), arrival));
  }

  const visitUnderWay = (): Visit | null => ('visit' in session ? session.visit : null);

  function admitWaiting(): void {
    const [next] = waiting;
    if (!next || !givesWay(session)) return;
    const [readerName, event] = next;
    waiting.delete(readerName);
    beginReading(readerName);
    if (event) take(event);
  }

  /** Changes the visit on the screen; `null` from `change` means that it is not possible. */
  function inVisit(visitId: string, lineId: string, change: (visit: Visit) => Visit | null): CounterAnswer {
    if (session.stage !== 'visit') return 'not-now';
    const { visit } = session;
    if (visit.visitId !== visitId || !visit.lines.some((line) => line.lineId === lineId)) return 'stale';
    const next = change(visit);
    if (!next) return 'not-allowed';
    showVisit(next);
    return 'done';
  }

  function sell({ visitId, lines: shown }: SaleOrder, actor: Actor): CounterAnswer {
    if (session.stage !== 'visit') return selling.soldIn(visitId) ? 'done' : 'not-now';
    const { visit } = session;
    const open = openLines(visit);
    if (visit.visitId !== visitId || !showsDraft(visit, shown)) return 'stale';
    const unconfirmed = open.find(({ decision, confirmed }) => decision.verdict === 'confirm' && !confirmed);
    if (unconfirmed) {
      showVisit({ ...visit, current: unconfirmed.lineId });
      return 'confirmation-needed';
    }
    try {
      const order = open.map(({ draft, ...line }) => ({
        ...line,
        kind: draft.offer.kind,
        pieces: draft.pieces,
      }));
      return afterSale(selling.sell({ visitId, lines: order, actor }), visit, actor);
    } catch (error) {
      const fault = storageFault(error);
      if (fault === null) throw error;
      onFault(error);
      become({ stage: 'sale-failed', fault, visit });
      return fault;
    }
  }

  function afterSale(outcome: SaleOutcome, visit: Visit, actor: Actor): CounterAnswer {
    if (outcome.outcome === 'sold') {
      const inside = visit.lines.find(({ reader: place }) => place !== null);
      become({ stage: 'sold', receipt: outcome.receipt, reader: inside?.reader ?? null });
      deps.onSold(actor);
      return 'done';
    }
    // The rules, the stock or the day moved under an open verdict: show what holds now.
    showVisit(lines.judge(visit));
    return outcome.outcome;
  }

  const remembered = memory.recall();
  if (remembered && remembered.lines.length > 0 && !selling.soldIn(remembered.visitId)) {
    const cardsOut = remembered.lines.map((line) => ({ ...line, name: null, reader: null }));
    showVisit(lines.begin(remembered.visitId, cardsOut));
  }

  const unsubscribe = [reader.subscribe(onReader), checks.answered.subscribe(onAnswered)];
  return {
    session: () => session,
    chooseKind: (visitId, lineId, kind) =>
      inVisit(visitId, lineId, (visit) => lines.redraft(visit, lineId, { kind })),
    setPieces: (visitId, lineId, pieces) =>
      inVisit(visitId, lineId, (visit) => lines.redraft(visit, lineId, { pieces })),
    confirmLine: (visitId, lineId) => inVisit(visitId, lineId, (visit) => withConfirmed(visit, lineId)),
    showLine: (visitId, lineId) => inVisit(visitId, lineId, (visit) => ({ ...visit, current: lineId })),
    removeLine(visitId, lineId) {
      if (session.stage !== 'visit' || session.visit.lines.length > 1)
        return inVisit(visitId, lineId, (visit) => lines.remove(visit, lineId));
      if (session.visit.visitId !== visitId || session.visit.current !== lineId) return 'stale';
      become({ stage: 'idle', timedOut: false });
      return 'done';
    },
    async enterByHand(commandId, keyedIn) {
      if (keyedInDone.has(commandId)) return 'done';
      if (session.stage === 'reading' || session.stage === 'sale-failed') return 'not-now';
      const before = session;
      const visitor = await reception.ofDocument(keyedIn);
      if (typeof visitor === 'string') return visitor;
      if (session !== before) return 'stale';
      keyedInDone.add(commandId);
      join(visitToJoin(session), visitor, { name: null, reader: null });
      return 'done';
    },
    sell,
    dismiss() {
      if (session.stage === 'idle' || (session.stage === 'reading' && !session.visit)) return 'not-now';
      // A sale that failed can be tried again, and a card that failed does not end its visit.
      if ((session.stage === 'sale-failed' || session.stage === 'card-failed') && session.visit)
        showVisit(lines.judge(session.visit));
      else become({ stage: 'idle', timedOut: false });
      admitWaiting();
      return 'done';
    },
    currentVisitor(visitId) {
      const visit = visitUnderWay();
      if (visit?.visitId !== visitId) return null;
      return visit.lines.find(({ lineId }) => lineId === visit.current)?.visitor ?? null;
    },
    changed,
    close() {
      for (const end of unsubscribe) end();
      callOffExpiry?.();
      memory.close();
    },
  };
}
