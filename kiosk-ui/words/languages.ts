import { en } from './en.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

export const languages: Readonly<Record<'zh' | 'en', Words>> = { zh, en };
