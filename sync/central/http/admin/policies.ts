import { z } from 'zod';
import { packOf } from '#protocol';
import { policyPackSchema } from '#rules';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, answer, reading } from './asking.ts';

/** A pack that the centre signs, or one that was signed already. */
const wantedSchema = z.union([
  z.strictObject({ pack: z.unknown(), effective: z.iso.datetime({ offset: true }) }),
  z.looseObject({ number: z.number(), pack: z.string(), effective: z.string() }),
]);

export const listPolicies =
  ({ policies }: Pick<AdminDesk, 'policies'>) =>
  async (): Promise<AdminAnswer> =>
    answer({
      policies: (await policies.after(0)).map((signed) => ({
        ...{ number: signed.number, effective: signed.effective, packId: packOf(signed)?.id ?? null },
      })),
    });

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
