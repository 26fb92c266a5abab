import { z } from 'zod';
import { conflictPlace, readConflictPage } from '../../overview/conflicts-seen.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, refuse } from './asking.ts';

const querySchema = z.object({
  state: z.enum(['open', 'all']).default('open'),
  after: z.string().regex(conflictPlace).optional(),
  most: z.coerce.number().int().min(1).max(5_000).default(5_000),
});

/** Over-quota pairs of which a side is in the asker's scope, page by page. */
export const listConflicts =
  ({ database }: Pick<AdminDesk, 'database'>) =>
  async ({ who, query }: Asked): Promise<AdminAnswer> => {
    const wanted = querySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    return answer(await readConflictPage(database, who, wanted.data));
  };
