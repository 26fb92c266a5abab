import type { DeliveryPage, DeliveryView } from '#central-api';
import type { BusinessDay, OutletCode } from '#rules';
import type { Access } from '../access/rights.ts';
import { allOf, anyOf, type Condition, inScope } from '../access/scope.ts';
import type { Reading } from '../database/database.ts';

export interface DeliveriesWanted {
  readonly outlet?: OutletCode | undefined;
  readonly day?: BusinessDay | undefined;
  /** What `next` of the page before said. */
  readonly after?: string | undefined;
  readonly most: number;
}

/** As `next` says a place: day, whether it differs, outlet, delivery. */
export const deliveryPlace = /^(\d{4}-\d{2}-\d{2})\.([01])\.([0-9A-Za-z]{10})\.([0-9a-f-]{36})$/;

/** Announced deliveries of a scope: latest day first, and of a day those first that came otherwise than announced. */
export async function readDeliveryPage(
  reading: Reading,
  who: Access,
  { outlet, day, after, most }: DeliveriesWanted,
): Promise<DeliveryPage> {
  const wanted = allOf(
    inScope(who, 'outlet'),
    ...(outlet === undefined ? [] : [{ sql: 'outlet = ?', values: [outlet] }]),
    ...(day === undefined ? [] : [{ sql: 'day = ?', values: [day] }]),
  );
  const page = allOf(wanted, beyond(after));
  const [rows, sum] = await Promise.all([
    reading.all<DeliveryRow>(
      `SELECT ${columns}, ${differs} AS differs FROM deliveries WHERE ${page.sql}
       ORDER BY day DESC, differs DESC, outlet, delivery_id LIMIT ${most + 1}`,
      page.values,
    ),
    reading.get<Record<keyof DeliveryPage['sum'], number | null>>(
      `SELECT count(*) AS announced, count(received_at) AS received, sum(${differs}) AS differ
       FROM deliveries WHERE ${wanted.sql}`,
      wanted.values,
    ),
  ]);
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  return {
    deliveries: shown.map(viewOf),
    next: last ? `${last.day}.${last.differs}.${last.outlet}.${last.deliveryId}` : null,
    sum: {
      announced: Number(sum?.announced ?? 0),
      received: Number(sum?.received ?? 0),
      differ: Number(sum?.differ ?? 0),
    },
  };
}

/** Those of one outlet for one day. */
export async function readDeliveriesOf(
  reading: Reading,
  outlet: OutletCode,
  day: BusinessDay,
): Promise<readonly DeliveryView[]> {
  const rows = await reading.all<DeliveryRow>(
    `SELECT ${columns} FROM deliveries WHERE outlet = ? AND day = ? ORDER BY delivery_id`,
    [outlet, day],
  );
  return rows.map(viewOf);
}

const columns = `outlet, delivery_id AS "deliveryId", day, adult, child, note, announced_at AS "announcedAt",
  received_adult AS "receivedAdult", received_child AS "receivedChild", received_at AS "receivedAt"`;

/** 1 or 0, which both databases order alike. */
const differs = `CASE WHEN received_at IS NOT NULL
  AND (coalesce(received_adult, 0) <> adult OR coalesce(received_child, 0) <> child) THEN 1 ELSE 0 END`;

function beyond(after: string | undefined): Condition {
  const [, day, differing, outlet, id] = deliveryPlace.exec(after ?? '') ?? [];
  if (!day || !outlet || !id) return { sql: '1 = 1', values: [] };
  const steps: readonly (readonly [sql: string, value: string | number])[] = [
    ['day < ?', day],
    [`${differs} < ?`, Number(differing)],
    ['outlet > ?', outlet],
    ['delivery_id > ?', id],
  ];
  // Beyond in one of them, and level in all that count more.
  const level = steps.map(([sql, value]) => ({ sql: sql.replace(/[<>] \?$/, '= ?'), values: [value] }));
  return anyOf(...steps.map(([sql, value], i) => allOf(...level.slice(0, i), { sql, values: [value] })));
}

interface DeliveryRow extends Omit<DeliveryView, 'announced' | 'received'> {
  readonly adult: number;
  readonly child: number;
  readonly receivedAdult: number | null;
  readonly receivedChild: number | null;
  readonly differs: number;
}

function viewOf(row: DeliveryRow): DeliveryView {
  const { outlet, deliveryId, day, note, announcedAt, receivedAt } = row;
  const { adult, child, receivedAdult, receivedChild } = row;
  return {
    ...{ outlet, deliveryId, day, note, announcedAt, receivedAt },
    announced: { adult, child },
    received: receivedAt === null ? null : { adult: receivedAdult ?? 0, child: receivedChild ?? 0 },
  };
}
