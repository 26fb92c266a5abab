import { z } from 'zod';
import { type Policies, policyTrialSchema } from '#central-api';
import { packOf } from '#protocol';
import { instantOf, packAt, policyPackSchema, ruleSetAt } from '#rules';
import { mayDo } from '../../access/rights.ts';
import { standingPacks, timelineFrom } from '../../standing-policy.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, reading, refuse } from './asking.ts';

/** A pack that the centre signs, or one that was signed already. */
const wantedSchema = z.union([
  z.strictObject({ pack: z.unknown(), effective: z.iso.datetime({ offset: true }) }),
  z.looseObject({ number: z.number(), pack: z.string(), effective: z.string() }),
]);

const querySchema = z.object({ at: z.iso.datetime({ offset: true }).optional() });

/** What was announced, and the rules in force at an instant: now, where none is asked for. */
export const listPolicies =
  ({ policies, clock }: Pick<AdminDesk, 'policies' | 'clock'>) =>
  async ({ query }: Pick<Asked, 'query'>): Promise<AdminAnswer> => {
    const wanted = querySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    const at = wanted.data.at === undefined ? clock.now() : instantOf(wanted.data.at);
    const announced = await policies.after(0);
    const packs = standingPacks(announced);
    const said: Policies = {
      policies: announced.map((signed) => ({
        ...{ number: signed.number, effective: signed.effective, pack: packOf(signed) },
      })),
      standing: ruleSetAt(timelineFrom(packs), at),
      promised: packAt(packs, at)?.pack.publication?.promised ?? 'left-out',
    };
    return answer(said);
  };

/** Says what would be otherwise, and announces nothing. */
export const tryPolicy = (desk: AdminDesk) =>
  reading(policyTrialSchema, async ({ pack, effective }, { who }) =>
    mayDo(who, 'announce-policy', null) ? answer(await desk.tryPolicy(pack, effective)) : refuse('forbidden'),
  );

/** Signs and announces; every till that pulls has it from then on. */
export const announcePolicy = (desk: AdminDesk) =>
  reading(wantedSchema, (wanted, asked) =>
    atLarge(desk, asked, 'announce-policy', wanted, async () => {
      const signed = 'number' in wanted ? wanted : await sign(desk, wanted);
      if (signed === null) return { status: 400, body: { code: 'not-a-pack' } };
      const announced = await desk.policies.announce(signed);
      if (announced.outcome === 'refused') return { status: 409, body: { code: announced.refusal } };
      desk.onNews('all');
      return answer({ number: signed.number }, 201);
    }),
  );

async function sign(
  { policies }: Pick<AdminDesk, 'policies'>,
  { pack, effective }: { readonly pack: unknown; readonly effective: string },
) {
  const parsed = policyPackSchema.safeParse(pack);
  return parsed.success ? policies.sign(parsed.data, effective) : null;
}
