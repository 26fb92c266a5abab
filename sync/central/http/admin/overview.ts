import { z } from 'zod';
import type { Overview } from '#central-api';
import { businessDayOf, businessDaySchema, outletCodeSchema } from '#rules';
import { maySee } from '../../access/rights.ts';
import { readOutletDay } from '../../overview/outlet-day.ts';
import type { AdminDesk } from './admin-desk.ts';
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
