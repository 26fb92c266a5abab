import type { GateSnapshot, StockSnapshot } from '#api';
import type { Connection } from '../link/link.ts';
import type { Preferences } from '../preferences.ts';
import type { Instant } from './terms.ts';

export const sections = [
  'today',
  'goods',
  'tickets',
  'day-close',
  'history',
  'paper',
  'devices',
  'people',
  'centre',
] as const;
export type Section = (typeof sections)[number];

/** Everything the manager's page is drawn from. */
export interface PageState {
  readonly connection: Connection;
  /** `null` until somebody is signed in. */
  readonly snapshot: StockSnapshot | null;
  /** `null` while somebody is signed in, and until the till has spoken. */
  readonly gate: GateSnapshot | null;
  readonly section: Section;
  /** The page's keys, above whatever is open. */
  readonly help: 'open' | 'closed';
  readonly language: Preferences['language'];
  /** The till's time, carried on between two snapshots. */
  readonly now: Instant;
}

export const sectionNamed = (name: string): Section =>
  sections.find((section) => section === name) ?? 'today';
