import { Button } from '../look/button.tsx';
import { useScreen } from './screen-context.ts';

/** The function keys, which are buttons for those who touch. */
export function KeyLegend() {
  const { words, state, perform } = useScreen();
  const { keys } = words;
  const { muted } = state.preferences;
  const inVisit = state.snapshot?.session.stage === 'verdict';
  const keysInOrder = [
    ['F1', keys.help, () => perform({ want: 'open', dialog: 'help' })],
    ['F3', keys.history, () => perform({ want: 'toggle-history' })],
    ['F4', keys.goodsIn, () => perform({ want: 'open', dialog: 'goods-in' })],
    ['F6', keys.reprint, () => perform({ want: 'open', dialog: 'reprint' })],
    ['F8', words.otherLanguage, () => perform({ want: 'switch-language' })],
    ['F9', muted ? keys.unmute : keys.mute, () => perform({ want: 'toggle-mute' })],
  ] as const;
  return (
    <nav class="keys" aria-label={keys.legend}>
      {keysInOrder.map(([keycap, label, onPress]) => (
        <Button
          key={keycap}
          label={label}
          keycap={keycap}
          tone="quiet"
          disabled={keycap === 'F3' && !inVisit}
          onPress={onPress}
        />
      ))}
      {state.snapshot?.virtual && (
        <button
          type="button"
          class="button quiet demo"
          aria-expanded={state.devicesOpen}
          onClick={() => perform({ want: 'toggle-devices' })}
        >
          {words.virtual.title}
        </button>
      )}
    </nav>
  );
}
