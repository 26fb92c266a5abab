import type { PublicLanguage } from '#central-api';
import { lookUpEn } from './en.ts';
import { lookUpId } from './id.ts';
import type { LookUpWords } from './look-up-words.ts';
import { lookUpTh } from './th.ts';
import { lookUpVi } from './vi.ts';
import { lookUpZh } from './zh.ts';

/** For the server alone: a browser fetches one of them. */
export const everyLanguage: Readonly<Record<PublicLanguage, LookUpWords>> = {
  zh: lookUpZh,
  en: lookUpEn,
  id: lookUpId,
  vi: lookUpVi,
  th: lookUpTh,
};
