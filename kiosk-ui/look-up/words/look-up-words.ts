import type { Band, Promises, PublicLanguage } from '#central-api';
import type { MaskKind, SellingState } from '../figures.ts';
import type { Part } from '../hours.ts';
import type { GuideWords } from './guide-words.ts';

type Sign = 'may-buy' | 'may-not' | 'confirm';

/** What the public page says. Names, addresses and notes are the outlets' own and stand as they are. */
export interface LookUpWords {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly skip: string;
  readonly languages: string;
  readonly parts: {
    readonly list: string;
    readonly turn: string;
    readonly guide: string;
    readonly all: string;
  };
  readonly minutes: (n: number) => string;
  readonly hours: (n: number) => string;
  readonly days: (n: number) => string;
  /** 日 to 六, Sunday first. */
  readonly weekdays: readonly string[];
  readonly weekday: (name: string) => string;
  readonly today: {
    readonly heading: (date: string, weekday: string) => string;
    readonly digits: (digits: string) => string;
    readonly everyDigit: string;
    readonly childrenAnyDay: string;
    readonly noRule: string;
  };
  readonly search: {
    readonly heading: string;
    readonly words: string;
    readonly hint: string;
    readonly county: string;
    readonly town: string;
    readonly everyCounty: string;
    readonly everyTown: string;
    readonly has: string;
    readonly any: string;
    readonly go: string;
    readonly clear: string;
    readonly counties: 'chinese' | 'romanised';
  };
  readonly kinds: Readonly<Record<MaskKind, string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly bandRange: Readonly<Record<Band, string>>;
  readonly legend: string;
  readonly unit: string;
  readonly near: {
    readonly go: string;
    readonly asking: string;
    readonly on: string;
    readonly off: string;
    readonly refused: string;
    readonly outside: string;
    readonly silent: string;
    readonly noFigures: string;
  };
  readonly list: {
    readonly found: (n: string) => string;
    readonly none: string;
    readonly noneHint: string;
    readonly asking: string;
    readonly failed: string;
    readonly again: string;
    readonly more: (n: number) => string;
    readonly first: string;
    readonly most: string;
    readonly nearest: string;
  };
  readonly card: {
    readonly promised: Readonly<Record<Promises, (pieces: string) => string>>;
    readonly states: Readonly<Record<SellingState, string>>;
    readonly heard: (age: string) => string;
    readonly heardNow: string;
    readonly aged: (age: string) => string;
    readonly old: (age: string) => string;
    readonly never: string;
    readonly today: string;
    readonly closed: string;
    readonly week: string;
    readonly byAuthority: string;
    readonly parts: Readonly<Record<Part, string>>;
    readonly note: string;
    readonly call: (phone: string) => string;
    readonly where: string;
    readonly website: string;
  };
  readonly line: {
    readonly upToDate: (time: string) => string;
    readonly aged: (age: string) => string;
    readonly old: (age: string) => string;
    readonly silent: (age: string) => string;
    readonly again: string;
    readonly outdated: string;
    readonly reload: string;
  };
  readonly map: {
    readonly open: string;
    readonly close: string;
    readonly name: string;
    readonly loading: string;
    readonly failed: string;
    readonly cluster: (outlets: number, withMasks: number) => string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly outlines: string;
    /** Why a configured tile server is not asked while one's place is shown. */
    readonly noTiles: string;
    readonly closeCard: string;
  };
  readonly turn: {
    readonly heading: string;
    readonly lead: string;
    readonly digit: string;
    readonly born: string;
    readonly bornHint: string;
    readonly bornWrong: string;
    readonly digitMissing: string;
    readonly ask: string;
    readonly askNext: string;
    readonly person: (digit: number, year: number) => string;
    readonly signs: Readonly<Record<Sign, string>>;
    readonly next: (date: string) => string;
    readonly noNext: string;
    readonly unknown: string;
    readonly buys: (kind: string, pieces: number, days: number) => string;
    readonly or: string;
    readonly price: (each: number) => string;
    readonly bought: (days: number) => string;
    readonly calendar: string;
    readonly yes: string;
    readonly no: string;
    readonly remove: (person: string) => string;
    readonly keep: string;
    readonly kept: string;
    readonly example: string;
  };
  readonly foot: {
    /** As it was adopted in February 2020, after pharmacists had asked for it. */
    readonly advice: string;
    readonly about: Readonly<Record<Promises, string>>;
    readonly data: string;
    readonly print: string;
  };
  readonly guide: GuideWords;
}

/** The languages in their own words. */
export const languageNames: Readonly<Record<PublicLanguage, string>> = {
  zh: '中文',
  en: 'English',
  id: 'Indonesia',
  vi: 'Tiếng Việt',
  th: 'ไทย',
};
