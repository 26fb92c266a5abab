import { z } from 'zod';
import type { FeedItem } from '#protocol';
import { businessDaySchema, type Instant, outletCodeSchema } from '#rules';
import { mayDo } from '../../access/rights.ts';
import type { Value } from '../../database/database.ts';
import { append } from '../../ingest/carry-over.ts';
import { deliveryPlace, readDeliveryPage } from '../../overview/deliveries.ts';
import { type AdminDesk, atLarge, atOutlet } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, reading, refuse } from './asking.ts';
import { derivedId } from './derived-id.ts';

const pieces = z.int().min(0).max(1_000_000);
/** PostgreSQL keeps no text with a NUL in it. */
const note = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0'), 'a character that no text has')
  .default('');
const deliverySchema = z.strictObject({
  outlet: outletCodeSchema,
  /** Of one that was announced: this replaces it, and zero pieces call it off. */
  deliveryId: z.uuid().optional(),
  day: businessDaySchema,
  pieces: z.strictObject({ adult: pieces, child: pieces }),
  note,
});
type Wanted = z.infer<typeof deliverySchema> & { readonly deliveryId: string };

const deliveriesQuerySchema = z.object({
  outlet: outletCodeSchema.optional(),
  day: businessDaySchema.optional(),
  after: z.string().regex(deliveryPlace).optional(),
  most: z.coerce.number().int().min(1).max(20_000).default(20_000),
});

/** Announced deliveries of the asker's scope and what was received of them, page by page. */
export const listDeliveries =
  ({ database }: Pick<AdminDesk, 'database'>) =>
  async ({ who, query }: Asked): Promise<AdminAnswer> => {
    const wanted = deliveriesQuerySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    return answer(await readDeliveryPage(database.reading, who, wanted.data));
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
  /** Of whoever announces it: the same again, after a lost answer or a centre that was cut off, adds nothing. */
  commandId: z.uuid(),
  day: businessDaySchema,
  pieces: z.strictObject({ adult: pieces, child: pieces }),
  outlets: z.array(outletCodeSchema).min(1).max(10_000),
  note,
});

/** So many at once, so that an allotment to the whole country does not stand before every till. */
const atOnce = 100;

export const announceAllotment = (desk: AdminDesk) =>
  reading(allotmentSchema, async ({ commandId, outlets, ...delivery }, asked) => {
    const own = (await desk.places.seenBy(asked.who)).filter((place) =>
      mayDo(asked.who, 'announce-delivery', place),
    );
    const listed = new Set(own.map(({ outlet }) => outlet));
    const meant = [...new Set(outlets)];
    const stranger = meant.find((outlet) => !listed.has(outlet));
    // Announced to all of them or to none: where it is cut off, the same again brings it to the rest.
    if (stranger !== undefined)
      return refuse(asked.who.role === 'authority' ? 'unknown-outlet' : 'forbidden', stranger);
    return atLarge(desk, asked, 'announce-delivery', { commandId, ...delivery, outlets: meant }, async () => {
      for (let i = 0; i < meant.length; i += atOnce) {
        const some = meant.slice(i, i + atOnce);
        await Promise.all(
          some.map((outlet) =>
            announceOnce(desk, { ...delivery, outlet, deliveryId: derivedId(commandId, outlet) }),
          ),
        );
      }
      desk.onNews(meant);
      return answer({ outlets: meant.length }, 201);
    });
  });

/** Of one that was announced it replaces what was said. */
function announceTo({ database, clock, newId }: AdminDesk, delivery: Wanted): Promise<void> {
  const [source, now] = [`delivery ${newId()}`, clock.now()];
  return database.inOutlet(delivery.outlet, async (statements) => {
    const { adult, child } = delivery.pieces;
    const known = await statements.run(
      `UPDATE deliveries SET day = ?, adult = ?, child = ?, note = ?, announced_at = ?
       WHERE outlet = ? AND delivery_id = ?`,
      [delivery.day, adult, child, delivery.note, now, delivery.outlet, delivery.deliveryId],
    );
    if (known === 0) await statements.insertMany('deliveries', deliveryColumns, [deliveryRow(delivery, now)]);
    await append(statements, delivery.outlet, [{ source, item: itemOf(delivery) }], now);
  });
}

/** One that was announced, and perhaps changed or received since, stays as it is. */
function announceOnce({ database, clock }: AdminDesk, delivery: Wanted): Promise<void> {
  const now = clock.now();
  const source = `delivery ${delivery.deliveryId}`;
  return database.inOutlet(delivery.outlet, async (statements) => {
    const added = await statements.insertMany('deliveries', deliveryColumns, [deliveryRow(delivery, now)]);
    if (added > 0) await append(statements, delivery.outlet, [{ source, item: itemOf(delivery) }], now);
  });
}

const deliveryColumns = ['outlet', 'delivery_id', 'day', 'adult', 'child', 'note', 'announced_at'];

const deliveryRow = ({ outlet, deliveryId, day, pieces, note }: Wanted, now: Instant): Value[] => [
  ...[outlet, deliveryId, day, pieces.adult, pieces.child, note, now],
];

const itemOf = ({ deliveryId, day, pieces: { adult, child }, note }: Wanted): FeedItem => ({
  ...{ kind: 'delivery-announced', deliveryId, day, pieces: { adult, child }, note },
});
