import { z } from 'zod';
import type { AuditFact, AuditOutcome } from '#central-api';
import { businessDaySchema, instantOf, outletCodeSchema } from '#rules';
import { begun } from './audit.ts';

/** What an entry says, of the detail that was written down. */
export function readDetail(detail: string): { readonly fact: AuditFact; readonly outcome: AuditOutcome } {
  const { outcome, ...said } = objectIn(detail);
  return {
    fact: factSchema.safeParse(said).data ?? { of: 'other', text: JSON.stringify(said) },
    outcome: outcomeOf(outcome),
  };
}

function objectIn(detail: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(detail);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : { said: parsed };
}

function outcomeOf(outcome: unknown): AuditOutcome {
  if (typeof outcome !== 'string') return { state: 'not-known' };
  if (outcome === 'done') return { state: 'done' };
  return outcome === begun ? { state: 'begun' } : { state: 'refused', code: outcome };
}

const pieces = z.object({ adult: z.number(), child: z.number() });
const someone = z.object({ name: z.string(), role: z.string(), scope: z.string().default('') });
const nobody = { role: '', scope: '' };

type Fact<Of extends AuditFact['of']> = Extract<AuditFact, { readonly of: Of }>;
type Person = Fact<'account' | 'token'>;

const person = (of: Person['of'], what: Person['what'], name: string): Person => ({
  ...{ of, what, name, ...nobody },
});

/** By its form, which tells one deed from another; the first that fits. */
const factSchema = z.union([
  z.strictObject({}).transform((): AuditFact => ({ of: 'nothing' })),
  z.object({ day: businessDaySchema, pieces, outlets: z.array(outletCodeSchema) }).transform(
    ({ day, pieces, outlets }): AuditFact => ({
      ...{ of: 'delivery', day, to: outlets.length, ...pieces },
    }),
  ),
  z
    .object({ day: businessDaySchema, pieces, outlet: outletCodeSchema })
    .transform(({ day, pieces, outlet }): AuditFact => ({ of: 'delivery', day, to: outlet, ...pieces })),
  z.object({ effective: z.iso.datetime({ offset: true }), pack: z.object({ id: z.string() }) }).transform(
    ({ effective, pack }): AuditFact => ({
      ...{ of: 'policy', id: pack.id, effective: instantOf(effective) },
    }),
  ),
  z.object({ effective: z.iso.datetime({ offset: true }), number: z.number() }).transform(
    ({ effective, number }): AuditFact => ({
      ...{ of: 'policy', id: String(number), effective: instantOf(effective) },
    }),
  ),
  z.object({ to: z.unknown(), text: z.string() }).transform(
    ({ to, text }): AuditFact => ({
      ...{ of: 'message', to: typeof to === 'object' && to ? String(Object.values(to)[0]) : '', text },
    }),
  ),
  z.object({ invited: someone }).transform(
    ({ invited }): AuditFact => ({
      ...{ of: 'account', what: 'invited', ...invited },
    }),
  ),
  z
    .object({ invitedAgain: z.string() })
    .transform((it) => person('account', 'invited-again', it.invitedAgain)),
  z.object({ sessionsOf: z.string() }).transform((it) => person('account', 'looked-at', it.sessionsOf)),
  z
    .object({ endedSessionOf: z.string() })
    .transform((it) => person('account', 'session-ended', it.endedSessionOf)),
  z.object({ endedToken: z.string() }).transform((it) => person('token', 'ended', it.endedToken)),
  z.object({ ended: z.string() }).transform((it) => person('account', 'ended', it.ended)),
  z.object({ listed: z.string() }).transform(() => person('account', 'listed', '')),
  someone.transform((given): AuditFact => ({ of: 'token', what: 'given', ...given })),
  z
    .object({ outlet: outletCodeSchema, tillId: z.string().default('') })
    .transform((its): AuditFact => ({ of: 'outlet', ...its })),
  z
    .object({ file: z.string(), from: z.string().default(''), to: z.string().default('') })
    .transform((its): AuditFact => ({ of: 'export', ...its })),
  z.object({ bytes: z.number() }).transform((its): AuditFact => ({ of: 'file', ...its })),
  z.object({ folder: z.string() }).transform((its): AuditFact => ({ of: 'folder', ...its })),
  z.strictObject({ after: z.string().optional() }).transform((): AuditFact => ({ of: 'nothing' })),
]);
