import { z } from 'zod';
import { tillIdSchema } from '#protocol';
import { outletCodeSchema } from '#rules';
import { type AdminDesk, atOutlet } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, reading, refuse } from './asking.ts';
import { tillsSeen } from './outlets.ts';

/** The tills of the asker's scope. */
export const listTills =
  ({ places, database }: Pick<AdminDesk, 'places' | 'database'>) =>
  async ({ who }: Asked): Promise<AdminAnswer> => {
    const [seen, tills] = await Promise.all([places.seenBy(who), tillsSeen(database.reading)]);
    const own = new Set(seen.map(({ outlet }) => outlet));
    return answer({ tills: tills.filter(({ outlet }) => own.has(outlet)) });
  };

/** The code is shown once and kept nowhere. */
export const makeCode = (desk: AdminDesk) =>
  reading(z.strictObject({ outlet: outletCodeSchema }), (wanted, asked) =>
    atOutlet(desk, asked, 'make-code', wanted, async ({ outlet }) => {
      const made = await desk.enrolment.makeCode(outlet);
      return made ? answer(made, 201) : refuse('unknown-outlet');
    }),
  );

export const revokeTill = (desk: AdminDesk) =>
  reading(z.strictObject({ outlet: outletCodeSchema, tillId: tillIdSchema }), (wanted, asked) =>
    atOutlet(desk, asked, 'revoke-till', wanted, async () => {
      const outcome = await desk.enrolment.revoke(wanted);
      return outcome === 'done' ? answer({ outcome }) : refuse(outcome);
    }),
  );
