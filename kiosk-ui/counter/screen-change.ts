import type { ScreenIntent } from './intents.ts';
import { type CounterState, noDialog } from './state.ts';

/** What an intent changes on this screen alone. */
export function screenChange(state: CounterState, intent: ScreenIntent): Partial<CounterState> {
  const { preferences } = state;
  switch (intent.want) {
    case 'foresee':
      return { foreseen: intent.pieces };
    case 'toggle-history':
      return { historyVisit: toggled(state) };
    case 'open':
      return { dialog: intent.dialog, scanned: intent.scanned ?? null, refused: null, notice: null };
    case 'close-dialog':
      return noDialog;
    case 'silence-alert':
      return { silenced: [...state.silenced, intent.code] };
    case 'switch-language':
      return { preferences: { ...preferences, language: preferences.language === 'zh' ? 'en' : 'zh' } };
    case 'toggle-mute':
      return { preferences: { ...preferences, muted: !preferences.muted } };
    case 'set-volume':
      return { preferences: { ...preferences, volume: intent.volume, muted: false } };
    case 'toggle-devices':
      return { devicesOpen: !state.devicesOpen };
    case 'guide':
      return intent.guide === 'begin' ? { guide: 'insert', ...noDialog } : { guide: null };
    case 'hear':
    case 'nothing':
      return {};
  }
}

/** Which visit's earlier purchases are open after the key was pressed. */
function toggled({ snapshot, historyVisit }: CounterState): string | null {
  const session = snapshot?.session;
  if (session?.stage !== 'visit') return null;
  return historyVisit === session.visitId ? null : session.visitId;
}
