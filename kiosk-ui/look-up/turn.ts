import type { TurnsOfDay } from '#central-api';
import type { Day } from './figures.ts';

/** All that 「今天輪到我嗎？」 asks of a person. */
export interface Person {
  readonly digit: number;
  readonly bornIn: number;
}

export interface TurnDay {
  readonly day: Day;
  readonly weekday: number;
  readonly turn: 'yes' | 'no';
}

export interface Turn {
  /** As at the counter. `confirm`: nothing announced says anything of today. */
  readonly sign: 'may-buy' | 'may-not' | 'confirm';
  /** The first day after today; `null`: none that is announced. */
  readonly next: Day | null;
  /** Whose card the rule of today takes it for. */
  readonly card: 'adult' | 'child';
  /** What it may buy today, or on the next day. */
  readonly buys: readonly {
    readonly kind: 'adult' | 'child';
    readonly pieces: number;
    readonly days: number;
  }[];
  readonly unitPrice: number;
  readonly days: readonly TurnDay[];
}

const shownDays = 14;

/** The answer for one person. `days` are those that the centre announced, `today` is Taipei's. */
export function turnOf({ digit, bornIn }: Person, days: readonly TurnsOfDay[], today: Day): Turn {
  const ahead = days.filter(({ day }) => day >= today).slice(0, shownDays);
  const now = ahead[0]?.day === today ? ahead[0] : null;
  const cardOn = (of: TurnsOfDay) => (bornIn >= of.childBornFrom ? 'child' : 'adult');
  const isTurn = (of: TurnsOfDay) => (cardOn(of) === 'child' ? of.childCards : of.adultCards).includes(digit);
  const next = ahead.find((of) => of.day > today && isTurn(of)) ?? null;
  const sign = now === null ? 'confirm' : isTurn(now) ? 'may-buy' : 'may-not';
  const rule = (sign === 'may-buy' ? now : next) ?? now;
  return {
    sign,
    next: next?.day ?? null,
    card: rule ? cardOn(rule) : 'adult',
    buys: rule ? buysUnder(rule, cardOn(rule)) : [],
    unitPrice: rule?.unitPrice ?? 0,
    days: ahead.map((of) => ({ day: of.day, weekday: of.weekday, turn: isTurn(of) ? 'yes' : 'no' })),
  };
}

function buysUnder({ allowance, childMasksFor }: TurnsOfDay, card: 'adult' | 'child'): Turn['buys'] {
  const child = card === 'child' || childMasksFor === 'any-card';
  return (child ? (['adult', 'child'] as const) : (['adult'] as const)).map((kind) => ({
    kind,
    ...allowance[kind],
  }));
}

/** A year of birth as it is keyed in: 1985, or 74 for the year of the Republic. `null` if nobody alive has it. */
export function bornYear(text: string, thisYear: number): number | null {
  const keyed = Number(text.normalize('NFKC').trim() || Number.NaN);
  if (!Number.isInteger(keyed)) return null;
  const year = keyed > 0 && keyed <= thisYear - 1911 ? keyed + 1911 : keyed;
  return year >= thisYear - 130 && year <= thisYear ? year : null;
}
