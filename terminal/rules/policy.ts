import { z } from 'zod';
import { type Instant, instantOf } from './taipei-time.ts';

// Strict: a rule that this program does not know must not be left out of account in silence.

const allowanceSchema = z.strictObject({
  /** Most pieces in one purchase. */
  pieces: z.int().positive(),
  /** Days after which the holder may buy again: bought on day D, again from day D + days. */
  days: z.int().positive(),
});

export const ruleSetSchema = z.strictObject({
  id: z.string().min(1),
  /** The second at which it starts to apply, with its offset: `2020-03-05T00:00:00+08:00`. */
  effective: z.iso.datetime({ offset: true }),
  allowance: z.strictObject({ adult: allowanceSchema, child: allowanceSchema }),
  /** A card is a child card while (year of purchase - year of birth) is at most this. */
  childCardMaxAge: z.int().nonnegative(),
  childMasksFor: z.enum(['child-cards', 'any-card']),
  /** Whom the odd/even weekday binds. */
  weekdayBinds: z.enum(['everybody', 'adult-cards', 'nobody']),
  /** NT$ a piece. */
  unitPrice: z.int().nonnegative(),
  /** Cards of others that one visitor may present beside their own. */
  proxy: z.strictObject({
    adultCards: z.int().nonnegative(),
    childCards: z.int().nonnegative(),
    /** Most of both together, where the rule counts them so. */
    cards: z.int().nonnegative().optional(),
  }),
  /** What the outlet is paid for packing, NT$: so much a selling day, and so much for each person served. */
  subsidy: z
    .strictObject({ perDay: z.number().nonnegative(), perPerson: z.number().nonnegative() })
    .default({ perDay: 0, perPerson: 0 }),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;

export const policyPackSchema = z.strictObject({
  id: z.string().min(1),
  /** Whether the public figure counts what is promised by ticket. Absent: it does not. */
  publication: z.strictObject({ promised: z.enum(['left-out', 'counted']) }).optional(),
  /** In ascending order of `effective`. */
  ruleSets: z
    .array(ruleSetSchema)
    .min(1)
    .refine(
      (sets) => sets.every((set, i) => i === 0 || effectiveAt(sets[i - 1] as RuleSet) < effectiveAt(set)),
      'rule sets must be in ascending order of their effective instant',
    ),
});
export type PolicyPack = z.infer<typeof policyPackSchema>;

export const effectiveAt = (ruleSet: RuleSet): Instant => instantOf(ruleSet.effective);

/** The rule set in force at an instant, or `null` before the first. */
export function ruleSetAt(pack: PolicyPack, at: Instant): RuleSet | null {
  return pack.ruleSets.findLast((set) => effectiveAt(set) <= at) ?? null;
}
