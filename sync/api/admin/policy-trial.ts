import { z } from 'zod';
import { type BusinessDay, type MaskKind, type PolicyPack, policyPackSchema, type RuleSet } from '#rules';

/** `GET /admin/api/policies?at=` */
export interface Policies {
  /** Those that were announced, in order. */
  readonly policies: readonly {
    readonly number: number;
    readonly effective: string;
    /** `null`: of a form that this centre does not know. */
    readonly pack: PolicyPack | null;
  }[];
  /** The rules in force at the instant that was asked for, or now; `null` before the first. */
  readonly standing: RuleSet | null;
  /** And whether the public figure counts what is promised by ticket. */
  readonly promised: 'left-out' | 'counted';
}

/** `POST /admin/api/policies/try`: signs nothing and tells nobody. */
export const policyTrialSchema = z.strictObject({
  pack: policyPackSchema,
  effective: z.iso.datetime({ offset: true }),
});

/** What one sample card may buy on one day. */
export interface CardAnswer {
  readonly verdict: 'may-buy' | 'may-not';
  /** Most pieces of each kind that it may choose; empty where it may not. */
  readonly offers: readonly { readonly kind: MaskKind; readonly most: number }[];
  /** The first day on which it may. */
  readonly from: BusinessDay | null;
}

export interface PolicyTrial {
  /** The day on which the new rules begin, and the six after it. */
  readonly days: readonly BusinessDay[];
  /** Cards that stand for everybody, by the rules before and after. */
  readonly cards: readonly {
    readonly age: 'adult' | 'child';
    readonly bornIn: number;
    readonly lastDigit: number;
    /** Bought the most of its kind so many days before; `null`: not lately. */
    readonly boughtDaysAgo: number | null;
    readonly answers: readonly { readonly before: CardAnswer; readonly after: CardAnswer }[];
  }[];
  /**
   * Yesterday's sales, had the new rules been in force: by number and interval. The centre knows neither birth nor last
   * digit of a holder, so weekday and age are not tried here.
   */
  readonly yesterday: {
    readonly day: BusinessDay;
    readonly sales: number;
    readonly unchanged: number;
    /** Would have been allowed fewer pieces: how many sales, and how many pieces less. */
    readonly fewer: { readonly sales: number; readonly pieces: number };
    /** Would have been allowed more. */
    readonly more: { readonly sales: number; readonly pieces: number };
    /** Would have come too early after the purchase before. */
    readonly tooEarly: number;
  };
}
