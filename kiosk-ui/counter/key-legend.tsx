import type { Session } from '#api';
import { Button } from '../look/button.tsx';
import type { Words } from '../words/words.ts';
import type { DialogName, Intent } from './intents.ts';
import { useScreen } from './screen-context.ts';
import { speaking } from './state.ts';

type LegendKey = readonly [keycap: string, label: string, intent: Intent];

const open = (dialog: DialogName): Intent => ({ want: 'open', dialog });

/** The function keys that matter in this stage, as buttons for those who touch. All of them stand in the help. */
function keysFor(stage: Session['stage'], { keys, otherLanguage }: Words): readonly LegendKey[] {
  const help: LegendKey = ['F1', keys.help, open('help')];
  const byHand: LegendKey = ['F5', keys.byHand, open('by-hand')];
  const slips: LegendKey = ['F6', keys.slips, open('slips')];
  const tickets: LegendKey = ['F7', keys.tickets, open('tickets')];
  const language: LegendKey = ['F8', otherLanguage, { want: 'switch-language' }];
  switch (stage) {
    case 'visit':
      return [help, ['F3', keys.history, { want: 'toggle-history' }], byHand, slips, tickets, language];
    case 'problem':
      return [help, byHand, language];
    case 'sold':
      return [help, slips, language];
    case 'idle':
    case 'reading':
      return [
        help,
        ['F4', keys.goodsIn, open('goods-in')],
        byHand,
        slips,
        tickets,
        language,
        ['F10', keys.person, open('person')],
        ['F11', keys.menu, open('menu')],
      ];
  }
}

export function KeyLegend() {
  const { words, state, perform } = useScreen();
  const { snapshot } = state;
  if (!snapshot) return null;
  const said = speaking(state);
  // While a slip is in question these two keys answer it.
  const taken = said?.kind === 'slip' ? ['F6', 'F7'] : [];
  return (
    <nav class="keys" aria-label={words.keys.legend}>
      {keysFor(state.joined ? 'visit' : snapshot.session.stage, words).map(([keycap, label, intent]) => (
        <Button
          key={keycap}
          label={label}
          keycap={keycap}
          tone="quiet"
          disabled={taken.includes(keycap)}
          onPress={() => perform(intent)}
        />
      ))}
      {snapshot.virtual && (
        <button
          type="button"
          class="button quiet demo"
          aria-expanded={state.devicesOpen}
          onClick={() => perform({ want: 'toggle-devices' })}
        >
          {words.virtual.key}
        </button>
      )}
    </nav>
  );
}
