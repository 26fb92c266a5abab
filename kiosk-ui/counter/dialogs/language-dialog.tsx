import type { CounterSnapshot, DisplayLanguage } from '#api';
import { Button } from '../../look/button.tsx';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';

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
        const language = languages[Number(key) - 1];
        if (language) choose(language);
        return language !== undefined;
      }}
    >
      <p class="hint">{hint}</p>
      <div class="large-choices">
        {languages.map((language, i) => (
          <Button
            key={language}
            label={choices[language]}
            keycap={String(i + 1)}
            tone={language === snapshot.display.language ? 'chosen' : 'plain'}
            pressed={language === snapshot.display.language}
            onPress={() => choose(language)}
          />
        ))}
      </div>
    </Dialog>
  );
}
