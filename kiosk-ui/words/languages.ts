import type { Preferences } from '../preferences.ts';
import type { Words } from './words.ts';

export type Language = Preferences['language'];

/** Every language of the counter, fetched when it is first spoken: most tills only ever speak one. */
export const languages: Readonly<Record<Language, () => Promise<Words>>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};
