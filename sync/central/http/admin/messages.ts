import { z } from 'zod';
import { type OutletCode, outletCodeSchema } from '#rules';
import { mayDo, type OutletPlace } from '../../access/rights.ts';
import { append } from '../../ingest/carry-over.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { answer, reading, refuse } from './asking.ts';

const messageSchema = z.strictObject({
  /** Of whoever may have to ask again: the same again is said once. Without it, each is a word of its own. */
  commandId: z.uuid().optional(),
  /** Whom it is for; `all` are all of the asker's scope. */
  to: z.union([
    z.literal('all'),
    z.strictObject({ outlet: outletCodeSchema }),
    z.strictObject({ county: z.string().min(1) }),
    z.strictObject({ chain: z.string().min(1) }),
  ]),
  urgency: z.enum(['notice', 'urgent']).default('notice'),
  text: z.string().trim().min(1).max(500),
});
type Message = z.infer<typeof messageSchema>;

/** So many outlets at once, so that a word to the whole country does not stand before every till. */
const atOnce = 100;

/** A word to the people at the counters. */
export const sendMessage = (desk: AdminDesk) =>
  reading(messageSchema, async ({ commandId, to, urgency, text }, asked) => {
    const { who } = asked;
    if (!mayDo(who, 'send-message', null)) return refuse('forbidden');
    const outlets = (await desk.places.seenBy(who)).filter((place) => isMeant(to, place));
    if (outlets.length === 0) return refuse(who.role === 'authority' ? 'unknown-outlet' : 'forbidden');
    return atLarge(desk, asked, 'send-message', { to, urgency, text }, async () => {
      const [messageId, at] = [commandId ?? desk.newId(), desk.clock.now()];
      const item = { kind: 'message' as const, messageId, at, urgency, text };
      const add = ({ outlet }: OutletPlace): Promise<void> =>
        desk.database.inOutlet(outlet, (statements) =>
          append(statements, outlet, [{ source: `message ${messageId}`, item }], at),
        );
      for (let i = 0; i < outlets.length; i += atOnce)
        await Promise.all(outlets.slice(i, i + atOnce).map(add));
      desk.onNews(outlets.map(({ outlet }): OutletCode => outlet));
      return answer({ messageId, outlets: outlets.length }, 201);
    });
  });

function isMeant(to: Message['to'], { outlet, county, chain }: OutletPlace): boolean {
  if (to === 'all') return true;
  if ('outlet' in to) return to.outlet === outlet;
  return 'county' in to ? to.county === county : to.chain === chain;
}
