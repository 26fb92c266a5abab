import type { ScreenIntent } from './intents.ts';
import type { CounterState } from './state.ts';

/** What an intent changes on this screen alone. */
export function screenChange(state: CounterState, intent: ScreenIntent): Partial<CounterState> {
  const { preferences } = state;
  switch (intent.want) {
    case 'tick-checked':
      return { checkedVisit: toggled(state, state.checkedVisit), notice: null };
    case 'toggle-history':
      return { historyVisit: toggled(state, state.historyVisit) };
    case 'open':
      return intent.dialog === 'reprint' && !state.snapshot?.lastSale
        ? { notice: { about: 'no-receipt' } }
        : { dialog: intent.dialog };
    case 'close-dialog':
      return { dialog: null };
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
    case 'hear':
    case 'nothing':
      return {};
  }
}

/** Which visit a toggle belongs to after it was pressed. */
function toggled({ snapshot }: CounterState, visit: string | null): string | null {
  const session = snapshot?.session;
  if (session?.stage !== 'verdict') return null;
  return visit === session.visitId ? null : session.visitId;
}
