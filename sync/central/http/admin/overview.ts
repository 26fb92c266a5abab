import { z } from 'zod';
import type { AuditPage, Overview } from '#central-api';
import { businessDayOf, businessDaySchema, outletCodeSchema } from '#rules';
import { maySee } from '../../access/rights.ts';
import { readOutletDay } from '../../overview/outlet-day.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, refuse } from './asking.ts';

/** Every outlet of the asker's scope. */
export const showOverview =
  ({ overview }: Pick<AdminDesk, 'overview'>) =>
  async ({ who }: Asked): Promise<AdminAnswer> => {
    const { at, day, rows } = await overview.rows();
    const seen: Overview = {
      ...{ at, day },
      rows: rows.filter(({ code, county, chain }) => maySee(who, { outlet: code, county, chain })),
    };
    return answer(seen);
  };

const dayQuerySchema = z.object({ day: businessDaySchema.optional() });

export const showOutletDay =
  ({ database, places, clock }: Pick<AdminDesk, 'database' | 'places' | 'clock'>) =>
  async ({ who, params, query }: Asked): Promise<AdminAnswer> => {
    const [code, wanted] = [outletCodeSchema.safeParse(params.code), dayQuerySchema.safeParse(query)];
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    const place = code.success ? await places.of(code.data) : null;
    if (!place) return refuse(who.role === 'authority' ? 'unknown-outlet' : 'forbidden');
    if (!maySee(who, place)) return refuse('forbidden');
    const { day = businessDayOf(clock.now()) } = wanted.data;
    return answer(await readOutletDay(database.reading, place.outlet, day));
  };

const auditQuerySchema = z.object({
  /** Those after what `next` of the page before said. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
});
const auditMost = 200;

/** Who did what, newest first. */
export const showAudit =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const wanted = auditQuerySchema.safeParse(asked.query);
    if (!wanted.success) return Promise.resolve(refuse('bad-body', firstFault(wanted.error)));
    const [at = String(Number.MAX_SAFE_INTEGER), id = ''] = wanted.data.after?.split('.') ?? [];
    return atLarge(desk, asked, 'read-audit', wanted.data, async () => {
      const entries = await desk.database.reading.all<AuditPage['entries'][number]>(
        `SELECT id, at, who, deed, detail FROM audit WHERE at < ? OR (at = ? AND id > ?)
         ORDER BY at DESC, id LIMIT ${auditMost}`,
        [Number(at), Number(at), id],
      );
      const last = entries.length === auditMost ? entries.at(-1) : undefined;
      const page: AuditPage = { entries, next: last ? `${last.at}.${last.id}` : null };
      return answer(page);
    });
  };
