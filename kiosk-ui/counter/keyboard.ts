import type { MessageView, Session } from '#api';
import type { Stage } from '../wall.ts';
import type { Intent } from './intents.ts';
import { inTheWay } from './messages.ts';
import { type CounterState, type Speaking, speaking } from './state.ts';
import { currentLine, isUnconfirmed, noneMayBuy, placeOf, sellable } from './visit-lines.ts';

/** What a key means now; `null` leaves it to the browser. The legend at the foot of the screen shows these. */
export function intentOf(key: string, state: CounterState): Intent | null {
  const { snapshot } = state;
  if (!snapshot) return key === 'F8' ? { want: 'switch-language' } : ownedKey(key);
  const urgent = inTheWay(state);
  if (urgent) return messageKey(key, urgent);
  const { session } = snapshot;
  const said = speaking(state);
  const takesAway = key === 'Escape' && session.stage === 'idle' && said?.kind === 'receipt-shown';
  return takesAway ? showReceipt(null) : (functionKey(key, session, said) ?? stageKey(key, session));
}

/** F5 would load the page again; F12 stays the browser's. */
const ownedKey = (key: string): Intent | null => (/^F([1-9]|1[01])$/.test(key) ? { want: 'nothing' } : null);

/** The space bar says that someone looked, as it does for a doubtful card: Enter pressed by habit must not. */
function messageKey(key: string, { messageId }: MessageView): Intent | null {
  switch (key) {
    case ' ':
      return { want: 'send', command: { type: 'message-read', messageId } };
    case 'F8':
      return { want: 'switch-language' };
    case 'F9':
      return { want: 'toggle-mute' };
    default:
      return ownedKey(key);
  }
}

function functionKey(key: string, session: Session, said: Speaking | null): Intent | null {
  const slip = said?.kind === 'slip' ? said : null;
  switch (key) {
    case 'F1':
      return { want: 'open', dialog: 'help' };
    case 'F2':
      return otherKind(session) ?? { want: 'open', dialog: 'language' };
    case 'l':
    case 'L':
      return { want: 'open', dialog: 'language' };
    case 'F3':
      return { want: 'toggle-history' };
    case 'F4':
      return { want: 'open', dialog: 'goods-in' };
    case 'F5':
      return { want: 'open', dialog: 'by-hand' };
    case 'F6':
      return slip ? settle(slip, 'copy') : { want: 'open', dialog: 'slips' };
    case 'F7':
      return slip ? settle(slip, 'printed') : { want: 'open', dialog: 'tickets' };
    case 'F8':
      return { want: 'switch-language' };
    case 'F9':
      return { want: 'toggle-mute' };
    case 'F10':
      return { want: 'open', dialog: 'person' };
    case 'F11':
    case 'm':
    case 'M':
      return { want: 'open', dialog: 'menu' };
    default:
      return null;
  }
}

const settle = ({ jobId }: { readonly jobId: number }, answer: 'printed' | 'copy'): Intent => ({
  want: 'order',
  order: { type: 'settle-slip', jobId, answer },
});

function stageKey(key: string, session: Session): Intent | null {
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return null;
    case 'sold':
      if (key === 'q' || key === 'Q') return showReceipt(session.receiptNumber);
      return key === 'Enter' || key === 'Escape' ? { want: 'dismiss' } : null;
    case 'problem':
      return key === 'Enter' || key === 'Escape' ? { want: 'dismiss' } : null;
    case 'visit':
      return visitKey(key, session) ?? lineKey(key, session);
  }
}

const showReceipt = (receiptNumber: string | null): Intent => ({
  want: 'send',
  command: { type: 'show-receipt', receiptNumber },
});

/** Keys about the visit as a whole. */
function visitKey(key: string, visit: Stage<'visit'>): Intent | null {
  switch (key) {
    case 'Escape':
      return { want: 'dismiss' };
    case 'Enter':
      return noneMayBuy(visit) ? { want: 'dismiss' } : { want: 'sell' };
    case 'Delete':
    case 'Backspace':
      return { want: 'remove-line', lineId: visit.current };
    case 'ArrowUp':
      return neighbour(visit, -1);
    case 'ArrowDown':
      return neighbour(visit, 1);
    default:
      return null;
  }
}

function neighbour(visit: Stage<'visit'>, step: -1 | 1): Intent | null {
  const line = visit.lines[placeOf(visit, visit.current) - 1 + step];
  return line ? { want: 'show-line', lineId: line.lineId } : null;
}

/** Keys about the card in the large field. */
function lineKey(key: string, visit: Stage<'visit'>): Intent | null {
  const line = currentLine(visit);
  const verdict = sellable(line);
  if (!verdict) return null;
  // On the digit row 0 stands after 9.
  if (/^\d$/.test(key)) return { want: 'set-pieces', pieces: Number(key) || 10 };
  const { pieces } = verdict.draft;
  switch (key) {
    case ' ':
      return isUnconfirmed(line) ? { want: 'confirm-line' } : null;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'k':
    case 'K':
      return otherKind(visit);
    case '+':
      return { want: 'set-pieces', pieces: pieces + 1 };
    case '-':
      return pieces > 1 ? { want: 'set-pieces', pieces: pieces - 1 } : null;
    default:
      return null;
  }
}

function otherKind(session: Session): Intent | null {
  const verdict = session.stage === 'visit' ? sellable(currentLine(session)) : null;
  const other = verdict?.offers.find((offer) => offer.kind !== verdict.draft.kind);
  return other ? { want: 'choose-kind', kind: other.kind } : null;
}
