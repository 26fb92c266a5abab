import { z } from 'zod';
import { businessDaySchema, outletCodeSchema } from '#rules';
import type { Statements } from '../../database/database.ts';
import { append } from '../../ingest/carry-over.ts';
import { type AdminDesk, atOutlet } from './admin-desk.ts';
import {
  type AdminAnswer,
  type Asked,
  answer,
  firstFault,
  outletQuerySchema,
  reading,
  refuse,
} from './asking.ts';

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

/** Announced deliveries of the asker's scope and what was received of them, latest first. */
export const listDeliveries =
  ({ places, database }: Pick<AdminDesk, 'places' | 'database'>) =>
  async ({ who, query }: Asked): Promise<AdminAnswer> => {
    const wanted = outletQuerySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    const { outlet } = wanted.data;
    const own = new Set((await places.seenBy(who)).map((place) => place.outlet as string));
    const rows = await database.reading.all<{ outlet: string }>(
      `SELECT outlet, delivery_id AS "deliveryId", day, adult, child, note, announced_at AS "announcedAt",
         received_adult AS "receivedAdult", received_child AS "receivedChild", received_at AS "receivedAt"
       FROM deliveries ${outlet === undefined ? '' : 'WHERE outlet = ?'}
       ORDER BY day DESC, outlet, delivery_id LIMIT 20000`,
      outlet === undefined ? [] : [outlet],
    );
    return answer({ deliveries: rows.filter((row) => own.has(row.outlet)) });
  };

export const announceDelivery = (desk: AdminDesk) =>
  reading(deliverySchema, (wanted, asked) => {
    const delivery = { ...wanted, deliveryId: wanted.deliveryId ?? desk.newId() };
    return atOutlet(desk, asked, 'announce-delivery', delivery, async ({ outlet }) => {
      const [source, now] = [`delivery ${desk.newId()}`, desk.clock.now()];
      await desk.database.inOutlet(outlet, (statements) => announce(statements, delivery, source, now));
      desk.onNews([outlet]);
      return answer({ deliveryId: delivery.deliveryId }, 201);
    });
  });

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
