import type { Command } from '#api';
import type { CommandOf, Stage } from '../wall.ts';
import type { TillIntent } from './intents.ts';
import type { DoneCode, Notice } from './notices.ts';
import { type CounterState, noDialog } from './state.ts';
import { currentLine, isUnconfirmed, mostOf, noneMayBuy, placeOf, sellable } from './visit-lines.ts';

/** What goes to the till for an intent, what the screen says about it, or both; `null` if it has no meaning now. */
export type Answer = { readonly command?: Command; readonly notice?: Notice } | null;

export function commandFor(state: CounterState, intent: TillIntent, newId: () => string): Answer {
  // One sale, one answer: nothing that could change it goes out before the answer is there.
  if (!state.snapshot || state.connection !== 'online' || state.awaiting === 'sell') return null;
  const { session } = state.snapshot;
  switch (intent.want) {
    case 'dismiss':
      return { command: { type: 'dismiss' } };
    case 'send':
      return { command: intent.command };
    case 'order':
      return { command: { ...intent.order, commandId: newId() } };
    default:
      return session.stage === 'visit' ? visitCommand(session, intent) : null;
  }
}

type VisitIntent = Exclude<TillIntent, { want: 'dismiss' | 'send' | 'order' }>;

function visitCommand(visit: Stage<'visit'>, intent: VisitIntent): Answer {
  const { visitId, current: lineId } = visit;
  const verdict = sellable(currentLine(visit));
  switch (intent.want) {
    case 'sell':
      return saleOf(visit);
    case 'show-line':
    case 'remove-line':
      return { command: { type: intent.want, visitId, lineId: intent.lineId } };
    case 'confirm-line':
      return verdict && { command: { type: 'confirm-line', visitId, lineId } };
    case 'choose-kind':
      return verdict && { command: { type: 'choose-kind', visitId, lineId, kind: intent.kind } };
    case 'set-pieces': {
      if (!verdict) return null;
      const most = mostOf(verdict);
      if (intent.pieces > most) return { notice: { about: 'too-many', most } };
      return { command: { type: 'set-pieces', visitId, lineId, pieces: intent.pieces } };
    }
  }
}

/** The sale of all lines that may buy, or the line at which a person has to look first. */
function saleOf(visit: Stage<'visit'>): Answer {
  const { visitId } = visit;
  if (noneMayBuy(visit)) return { command: { type: 'dismiss' } };
  const open = visit.lines.find(isUnconfirmed);
  if (open) {
    const place = placeOf(visit, open.lineId);
    const notice = { about: 'confirm-first', place, of: visit.lines.length } as const;
    const shown = open.lineId === visit.current;
    return shown ? { notice } : { notice, command: { type: 'show-line', visitId, lineId: open.lineId } };
  }
  const lines: CommandOf<'sell'>['lines'] = [];
  for (const line of visit.lines) {
    const draft = sellable(line)?.draft;
    if (draft) lines.push({ lineId: line.lineId, kind: draft.kind, pieces: draft.pieces });
  }
  return { command: { type: 'sell', visitId, lines } };
}

const done = (what: DoneCode): Notice => ({ about: 'done', what });

/** What the screen shows once the till has done as it was asked. */
export function doneChange(command: Command): Partial<CounterState> {
  switch (command.type) {
    case 'goods-in': {
      const { adult, child } = command;
      return { ...noDialog, notice: { about: 'goods-in', adult, child } };
    }
    case 'reprint':
      return { ...noDialog, notice: done('copy-ordered') };
    case 'void-sale':
      return { notice: done('voided') };
    case 'hand-out-tickets':
      return { notice: done('tickets-handed-out') };
    case 'cancel-ticket':
      return { notice: done('ticket-cancelled') };
    case 'set-selling-state':
      return { ...noDialog, notice: done('selling-state-set') };
    case 'display-language':
      return { ...noDialog, notice: done('language-chosen') };
    case 'confirm-clock':
      return { notice: done('clock-confirmed') };
    case 'centre-resume':
      return { notice: done('trying-again') };
    case 'enter-by-hand':
    case 'message-read':
    case 'serve-tickets':
    case 'show-receipt':
      return noDialog;
    default:
      return {};
  }
}
