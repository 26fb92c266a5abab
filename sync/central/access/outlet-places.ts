import type { OutletCode } from '#rules';
import type { Reading } from '../database/database.ts';
import { type Access, maySee, type OutletPlace } from './rights.ts';

/** Which county and which chain an outlet belongs to. */
export interface OutletPlaces {
  of(outlet: OutletCode): Promise<OutletPlace | null>;
  /** Those that somebody may see, in the order of their codes. */
  seenBy(access: Access): Promise<readonly OutletPlace[]>;
}

const query = 'SELECT outlet, county, chain FROM outlets';

export const createOutletPlaces = (reading: Reading): OutletPlaces => ({
  of: (outlet) => reading.get<OutletPlace>(`${query} WHERE outlet = ?`, [outlet]),
  seenBy: async (access) =>
    (await reading.all<OutletPlace>(`${query} ORDER BY outlet`)).filter((place) => maySee(access, place)),
});
