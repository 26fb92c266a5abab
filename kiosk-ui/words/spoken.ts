import type { Language } from './languages.ts';
import type { Words } from './words.ts';

export interface SpokenDeps {
  readonly languages: Readonly<Record<Language, () => Promise<Words>>>;
  /** Called when the words of a language have come. */
  readonly arrived: () => void;
}

/** The words for the screen. */
export interface Spoken {
  /** Those of `language`; while they are fetched, those spoken last. `null` before the first have come. */
  words(language: Language): Words | null;
}

export function createSpoken({ languages, arrived }: SpokenDeps): Spoken {
  const known = new Map<Language, Words>();
  const asked = new Set<Language>();
  let last: Words | null = null;

  const fetchWords = (language: Language) => {
    if (asked.has(language)) return;
    asked.add(language);
    languages[language]().then(
      (words) => {
        known.set(language, words);
        arrived();
      },
      // The till was away for a moment: asked for again when the screen is drawn again.
      () => void asked.delete(language),
    );
  };

  return {
    words(language) {
      const words = known.get(language);
      if (words) last = words;
      else fetchWords(language);
      return last;
    },
  };
}
