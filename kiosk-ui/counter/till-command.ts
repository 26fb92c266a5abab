import type { Command, Session } from '#api';
import type { Sellable } from '../wall.ts';
import type { TillIntent } from './intents.ts';
import { mostOf } from './keyboard.ts';
import type { CounterState, Notice } from './state.ts';

/** What goes to the till for an intent, or why nothing does; `null` where the intent has no meaning now. */
export type Answer = { readonly command: Command } | { readonly notice: Notice } | null;

export function commandFor(state: CounterState, intent: TillIntent, newId: () => string): Answer {
  // One sale, one answer: nothing that could change it goes out before the answer is there.
  if (!state.snapshot || state.connection !== 'online' || state.awaiting === 'sell') return null;
  const { session, lastSale } = state.snapshot;
  switch (intent.want) {
    case 'dismiss':
      return { command: { type: 'dismiss' } };
    case 'use-device':
      return { command: intent.command };
    case 'goods-in':
      return {
        command: { type: 'goods-in', commandId: newId(), adult: intent.adult, child: intent.child },
      };
    case 'reprint': {
      if (!lastSale) return { notice: { about: 'no-receipt' } };
      const { receiptNumber } = lastSale;
      return { command: { type: 'reprint', commandId: newId(), receiptNumber } };
    }
    case 'settle-slip': {
      const { jobId, answer } = intent;
      return { command: { type: 'settle-slip', commandId: newId(), jobId, answer } };
    }
    case 'sell':
    case 'set-pieces':
    case 'choose-kind': {
      const sale = saleIn(session);
      return sale && saleCommand(state, intent, sale);
    }
  }
}

interface SaleInView {
  readonly visitId: string;
  readonly verdict: Sellable;
}

function saleIn(session: Session): SaleInView | null {
  if (session.stage !== 'verdict' || session.verdict.verdict === 'may-not') return null;
  return { visitId: session.visitId, verdict: session.verdict };
}

type SaleIntent = Extract<TillIntent, { want: 'sell' | 'set-pieces' | 'choose-kind' }>;

function saleCommand(state: CounterState, intent: SaleIntent, { visitId, verdict }: SaleInView): Answer {
  switch (intent.want) {
    case 'choose-kind':
      return { command: { type: 'choose-kind', visitId, kind: intent.kind } };
    case 'set-pieces': {
      const most = mostOf(verdict);
      if (intent.pieces > most) return { notice: { about: 'too-many', most } };
      return { command: { type: 'set-pieces', visitId, pieces: intent.pieces } };
    }
    case 'sell': {
      const confirmed = verdict.verdict === 'confirm' && state.checkedVisit === visitId;
      if (verdict.verdict === 'confirm' && !confirmed) {
        return { notice: { about: 'refusal', code: 'confirmation-needed' } };
      }
      const { kind, pieces } = verdict.draft;
      return { command: { type: 'sell', visitId, kind, pieces, confirmed } };
    }
  }
}

/** What the screen shows once the till has done as it was asked. */
export function doneChange(command: Command): Partial<CounterState> {
  switch (command.type) {
    case 'goods-in': {
      const { adult, child } = command;
      return { dialog: null, notice: { about: 'goods-in', adult, child } };
    }
    case 'reprint':
      return { dialog: null, notice: { about: 'copy-ordered' } };
    default:
      return {};
  }
}
