import { z } from 'zod';
import { businessDaySchema, outletCodeSchema } from '#rules';
import { mayDo } from '../../access/rights.ts';
import type { Statements } from '../../database/database.ts';
import { append } from '../../ingest/carry-over.ts';
import { readDeliveries } from '../../overview/outlet-day.ts';
import { type AdminDesk, atLarge, atOutlet } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, reading, refuse } from './asking.ts';

const pieces = z.int().min(0).max(1_000_000);
const deliverySchema = z.strictObject({
  outlet: outletCodeSchema,
  /** Of one that was announced: this replaces it, and zero pieces call it off. */
  deliveryId: z.uuid().optional(),
  day: businessDaySchema,
  pieces: z.strictObject({ adult: pieces, child: pieces }),
  note: z.string().max(200).default(''),
});
type Wanted = z.infer<typeof deliverySchema> & { readonly deliveryId: string };

const deliveriesQuerySchema = z.object({
  outlet: outletCodeSchema.optional(),
  day: businessDaySchema.optional(),
});

/** Announced deliveries of the asker's scope and what was received of them, latest first. */
export const listDeliveries =
  ({ places, database }: Pick<AdminDesk, 'places' | 'database'>) =>
  async ({ who, query }: Asked): Promise<AdminAnswer> => {
    const wanted = deliveriesQuerySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    const own = new Set((await places.seenBy(who)).map(({ outlet }) => outlet));
    const deliveries = await readDeliveries(database.reading, wanted.data);
    return answer({ deliveries: deliveries.filter(({ outlet }) => own.has(outlet)) });
  };

export const announceDelivery = (desk: AdminDesk) =>
  reading(deliverySchema, (wanted, asked) => {
    const delivery = { ...wanted, deliveryId: wanted.deliveryId ?? desk.newId() };
    return atOutlet(desk, asked, 'announce-delivery', delivery, async ({ outlet }) => {
      await announceTo(desk, delivery);
      desk.onNews([outlet]);
      return answer({ deliveryId: delivery.deliveryId }, 201);
    });
  });

/** One allotment for many outlets. */
const allotmentSchema = z.strictObject({
  day: businessDaySchema,
  pieces: z.strictObject({ adult: pieces, child: pieces }),
  outlets: z.array(outletCodeSchema).min(1).max(10_000),
  note: z.string().max(200).default(''),
});

/** So many at once, so that an allotment to the whole country does not stand before every till. */
const atOnce = 100;

export const announceAllotment = (desk: AdminDesk) =>
  reading(allotmentSchema, async ({ outlets, ...delivery }, asked) => {
    const own = (await desk.places.seenBy(asked.who)).filter((place) =>
      mayDo(asked.who, 'announce-delivery', place),
    );
    const listed = new Set(own.map(({ outlet }) => outlet));
    const meant = [...new Set(outlets)];
    const stranger = meant.find((outlet) => !listed.has(outlet));
    // All of them or none: half an allotment would have to be looked for.
    if (stranger !== undefined)
      return refuse(asked.who.role === 'authority' ? 'unknown-outlet' : 'forbidden', stranger);
    return atLarge(desk, asked, 'announce-delivery', { ...delivery, outlets: meant }, async () => {
      for (let i = 0; i < meant.length; i += atOnce) {
        const some = meant.slice(i, i + atOnce);
        await Promise.all(
          some.map((outlet) => announceTo(desk, { ...delivery, outlet, deliveryId: desk.newId() })),
        );
      }
      desk.onNews(meant);
      return answer({ outlets: meant.length }, 201);
    });
  });

function announceTo({ database, clock, newId }: AdminDesk, delivery: Wanted): Promise<void> {
  const [source, now] = [`delivery ${newId()}`, clock.now()];
  return database.inOutlet(delivery.outlet, (statements) => announce(statements, delivery, source, now));
}

async function announce(
  statements: Statements,
  { outlet, deliveryId, day, pieces: { adult, child }, note }: Wanted,
  source: string,
  now: number,
): Promise<void> {
  await statements.run(
    `INSERT INTO deliveries (outlet, delivery_id, day, adult, child, note, announced_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (outlet, delivery_id) DO UPDATE SET day = excluded.day, adult = excluded.adult,
       child = excluded.child, note = excluded.note, announced_at = excluded.announced_at`,
    [outlet, deliveryId, day, adult, child, note, now],
  );
  const item = { kind: 'delivery-announced' as const, deliveryId, day, pieces: { adult, child }, note };
  await append(statements, outlet, [{ source, item }], now);
}
