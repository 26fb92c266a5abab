import type { CounterSnapshot, DisplayLanguage } from '#api';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';
import { chosenBy, LargeChoices } from './large-choices.tsx';

const languages: readonly DisplayLanguage[] = ['zh', 'en', 'id', 'vi', 'th'];

/** The language beneath the Chinese on the customer's display; one digit chooses and closes. */
export function LanguageDialog({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, perform } = useScreen();
  const { title, hint, choices } = words.displayLanguage;
  const choose = (language: DisplayLanguage) =>
    perform({ want: 'send', command: { type: 'display-language', language } });
  return (
    <Dialog
      title={title}
      onKey={(key) => {
        const language = chosenBy(key, languages);
        if (language) choose(language);
        return language !== undefined;
      }}
    >
      <p class="hint">{hint}</p>
      <LargeChoices
        choices={languages}
        labels={choices}
        chosen={snapshot.display.language}
        onChoose={choose}
      />
    </Dialog>
  );
}
