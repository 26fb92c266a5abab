import type { TillId } from '#protocol';
import type { Instant, OutletCode } from '#rules';
import { maySee } from '../../access/rights.ts';
import type { Reading } from '../../database/database.ts';
import { readOutlets } from '../../outlets/outlet-import.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, refuse } from './asking.ts';

/** A till as those who look after it see it. */
interface TillSeen {
  readonly outlet: OutletCode;
  readonly tillId: TillId;
  readonly enrolledAt: Instant;
  readonly seenAt: Instant;
  readonly revokedAt: Instant | null;
  readonly acknowledged: number;
  /** By what the till said last. */
  readonly unsent: number;
}

const tillsQuery = `SELECT outlet, till_id AS "tillId", enrolled_at AS "enrolledAt", seen_at AS "seenAt",
  revoked_at AS "revokedAt", seq AS acknowledged, journal_head - seq AS unsent FROM tills`;

export const tillsSeen = (reading: Reading): Promise<readonly TillSeen[]> =>
  reading.all(`${tillsQuery} ORDER BY outlet, enrolled_at, till_id`);

/** Every outlet of the asker's scope, with its stock, its state, and how its tills stand. */
export const listOutlets =
  ({ outlets, board, database }: Pick<AdminDesk, 'outlets' | 'board' | 'database'>) =>
  async ({ who }: Asked): Promise<AdminAnswer> => {
    const [listed, tills] = await Promise.all([outlets.all(), tillsSeen(database.reading)]);
    const unsent = new Map<OutletCode, number>();
    for (const till of tills) {
      if (till.revokedAt === null) unsent.set(till.outlet, (unsent.get(till.outlet) ?? 0) + till.unsent);
    }
    const seen = listed.filter((each) => maySee(who, each));
    return answer({
      outlets: seen.map(({ outlet, name, county, town, chain }) => {
        const { onHand, promised, lots, selling, heardAt } = board.figures(outlet);
        const known = { outlet, name, county, town, chain };
        // `null`: no till of it is enrolled.
        return { ...known, onHand, promised, lots, selling, heardAt, unsent: unsent.get(outlet) ?? null };
      }),
    });
  };

/** Takes the authority's CSV. What it does not name stays: outlets, since their tills may go on, and columns. */
export const importOutlets =
  (desk: AdminDesk) =>
  async (asked: Asked): Promise<AdminAnswer> => {
    if (!Buffer.isBuffer(asked.body)) return refuse('bad-body', 'body: a CSV file is wanted');
    const file = asked.body;
    return atLarge(desk, asked, 'import-outlets', { bytes: file.length }, async () => {
      const read = readOutlets(file);
      if (!read.ok) {
        const detail = read.fault === 'damaged-csv' ? { detail: `row ${read.row}` } : {};
        return { status: 400, body: { code: read.fault, ...detail } };
      }
      await desk.outlets.keep(read.outlets, read.parts);
      return answer({ taken: read.outlets.length, refused: read.refused, doubtful: read.doubtful });
    });
  };
