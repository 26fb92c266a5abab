import type { OutletDay, TillView } from '#central-api';
import { addDays, type BusinessDay, type MaskKind, maskKinds, type OutletCode } from '#rules';
import type { Reading } from '../database/database.ts';
import { readDeliveriesOf } from './deliveries.ts';
import { nothingSold, readSoldToday, readUsualDays, usualDays } from './sold-figures.ts';

/** One day of one outlet, with what was usual before it. */
export async function readOutletDay(
  reading: Reading,
  outlet: OutletCode,
  day: BusinessDay,
): Promise<OutletDay> {
  const [sold, usual, voided, deliveries, tills, days] = await Promise.all([
    readSoldToday(reading, day, [outlet]),
    readUsualDays(reading, day, outlet),
    reading.get<{ sales: number | null; voided: number | null }>(
      'SELECT sum(sales) AS sales, sum(voided_sales) AS voided FROM sold WHERE outlet = ? AND day = ?',
      [outlet, day],
    ),
    readDeliveriesOf(reading, outlet, day),
    reading.all<TillView>(
      `SELECT till_id AS "tillId", enrolled_at AS "enrolledAt", seen_at AS "seenAt", revoked_at AS "revokedAt",
         journal_head - seq AS unsent FROM tills WHERE outlet = ? ORDER BY enrolled_at, till_id`,
      [outlet],
    ),
    readDays(reading, outlet, day),
  ]);
  return {
    ...{ outlet, day, deliveries, tills, days },
    sold: sold.get(outlet)?.sold ?? nothingSold,
    usual: usual.get(outlet) ?? nothingSold,
    sales: Number(voided?.sales ?? 0),
    voidedSales: Number(voided?.voided ?? 0),
  };
}

/** This day and those before it, oldest first; a day without a sale is there too. */
async function readDays(reading: Reading, outlet: OutletCode, day: BusinessDay): Promise<OutletDay['days']> {
  const from = addDays(day, 1 - usualDays);
  const rows = await reading.all<{ day: BusinessDay; kind: MaskKind; pieces: number }>(
    `SELECT day, mask_kind AS kind, sum(pieces - voided_pieces) AS pieces FROM sold
     WHERE outlet = ? AND day >= ? AND day <= ? GROUP BY day, mask_kind`,
    [outlet, from, day],
  );
  return Array.from({ length: usualDays }, (_, i) => addDays(from, i)).map((one) => {
    const [adult, child] = maskKinds.map((kind) =>
      Number(rows.find((row) => row.day === one && row.kind === kind)?.pieces ?? 0),
    );
    return { day: one, sold: { adult: adult ?? 0, child: child ?? 0 } };
  });
}
