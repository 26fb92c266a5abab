import { accessSchema } from '#central-api';
import { operatorName } from '../../access/rights.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, reading, refuse } from './asking.ts';

export const listAccess =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> =>
    atLarge(desk, asked, 'give-access', { listed: 'all' }, async () =>
      answer({ access: await desk.access.all() }),
    );

/** The token is in the answer and nowhere else. */
export const giveAccess = (desk: AdminDesk) =>
  reading(accessSchema, (wanted, asked) =>
    atLarge(desk, asked, 'give-access', wanted, async () => {
      const taken = (await desk.access.all()).some(({ name }) => name === wanted.name);
      if (taken || wanted.name === operatorName) return refuse('name-taken');
      return answer({ ...wanted, token: await desk.access.give(wanted) }, 201);
    }),
  );

export const endAccess =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const { name = '' } = asked.params;
    return atLarge(desk, asked, 'give-access', { endedToken: name }, async () => {
      // The machine's own token goes with its file.
      if (name === operatorName) return refuse('forbidden');
      return (await desk.access.end(name)) > 0 ? answer({ outcome: 'done' }) : refuse('unknown-access');
    });
  };
