import type { Session } from '#api';
import type { Sellable } from '../wall.ts';
import type { Intent } from './intents.ts';
import { type CounterState, type Speaking, speaking } from './state.ts';

/** What a key means now; `null` leaves it to the browser. The legend at the foot of the screen shows these. */
export function intentOf(key: string, state: CounterState): Intent | null {
  if (!state.snapshot) return null;
  const { session } = state.snapshot;
  return functionKey(key, session, speaking(state)) ?? stageKey(key, session);
}

function functionKey(key: string, session: Session, said: Speaking | null): Intent | null {
  const slip = said?.kind === 'slip' ? said : null;
  switch (key) {
    case 'F1':
      return { want: 'open', dialog: 'help' };
    case 'F2':
      return otherKind(session) ?? { want: 'nothing' };
    case 'F3':
      return { want: 'toggle-history' };
    case 'F4':
      return { want: 'open', dialog: 'goods-in' };
    case 'F5':
      return { want: 'nothing' };
    case 'F6':
      return slip ? settle(slip, 'copy') : { want: 'open', dialog: 'reprint' };
    case 'F7':
      return slip ? settle(slip, 'printed') : { want: 'nothing' };
    case 'F8':
      return { want: 'switch-language' };
    case 'F9':
      return { want: 'toggle-mute' };
    default:
      return null;
  }
}

const settle = ({ jobId }: { readonly jobId: number }, answer: 'printed' | 'copy'): Intent => ({
  want: 'settle-slip',
  jobId,
  answer,
});

function stageKey(key: string, session: Session): Intent | null {
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return null;
    case 'sold':
    case 'problem':
      return key === 'Enter' || key === 'Escape' ? { want: 'dismiss' } : null;
    case 'verdict':
      if (key === 'Escape') return { want: 'dismiss' };
      if (session.verdict.verdict === 'may-not') return key === 'Enter' ? { want: 'dismiss' } : null;
      return saleKey(key, session.verdict, session);
  }
}

function saleKey(key: string, verdict: Sellable, session: Session): Intent | null {
  // On the digit row 0 stands after 9.
  if (/^\d$/.test(key)) return { want: 'set-pieces', pieces: Number(key) || 10 };
  switch (key) {
    case 'Enter':
      return { want: 'sell' };
    case ' ':
      return verdict.verdict === 'confirm' ? { want: 'tick-checked' } : null;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'k':
    case 'K':
      return otherKind(session);
    case 'ArrowUp':
    case '+':
      return { want: 'set-pieces', pieces: verdict.draft.pieces + 1 };
    case 'ArrowDown':
    case '-':
      return verdict.draft.pieces > 1 ? { want: 'set-pieces', pieces: verdict.draft.pieces - 1 } : null;
    default:
      return null;
  }
}

function otherKind(session: Session): Intent | null {
  if (session.stage !== 'verdict' || session.verdict.verdict === 'may-not') return null;
  const { offers, draft } = session.verdict;
  const other = offers.find((offer) => offer.kind !== draft.kind);
  return other ? { want: 'choose-kind', kind: other.kind } : null;
}

/** The most pieces of the kind that the draft holds. */
export const mostOf = (verdict: Sellable): number =>
  verdict.offers.find((offer) => offer.kind === verdict.draft.kind)?.most ?? verdict.draft.pieces;
