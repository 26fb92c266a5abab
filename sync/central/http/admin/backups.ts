import { z } from 'zod';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { answer, reading, refuse } from './asking.ts';

/** A backup beside the running centre, in a folder of its machine. */
export const makeBackup = (desk: AdminDesk) =>
  reading(z.strictObject({ folder: z.string().min(1) }), (wanted, asked) =>
    atLarge(desk, asked, 'back-up', wanted, async () => {
      const made = await desk.makeBackup(wanted.folder);
      return made.outcome === 'made'
        ? answer({ folder: made.folder }, 201)
        : refuse('backup-failed', made.why);
    }),
  );
