import type { News } from './news.ts';
import type { Filter, Sorting } from './outlets/sorting.ts';
import type { Day, Instant, Me, OutletCode, OutletRow } from './wall.ts';

export const sections = [
  'outlets',
  'outlook',
  'goods',
  'policy',
  'conflicts',
  'exports',
  'people',
  'audit',
] as const;
export type Section = (typeof sections)[number];

export interface DeskState {
  readonly me: Me;
  readonly section: Section;
  readonly line: 'live' | 'lost' | 'connecting';
  /** Why the line is lost: a code of the centre's, or `not-reached`. */
  readonly trouble: string | null;
  /** When the figures were last known to be those of now. */
  readonly at: Instant | null;
  readonly day: Day | null;
  readonly now: Instant;
  readonly rows: readonly OutletRow[];
  /** All of the scope, in no order. */
  readonly all: readonly OutletRow[];
  readonly filter: Filter;
  readonly sorting: Sorting;
  readonly chosen: OutletCode | null;
  readonly news: News;
}
