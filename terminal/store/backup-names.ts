import { businessDayOf, type Instant, instantOf, type OutletCode, timeOfDay } from '#rules';

/** `20200312-180509` in Taipei. */
export const stampOf = (at: Instant): string =>
  `${businessDayOf(at).replaceAll('-', '')}-${timeOfDay(at).replaceAll(':', '')}`;

/** `5901010058-20200312-180509`: sorts by time. */
export const backupName = (outlet: OutletCode, at: Instant): string => `${outlet}-${stampOf(at)}`;

/** What was copied and not yet found whole. */
export const partName = (name: string): string => `${name}.part`;

export const isBackupOf = (outlet: OutletCode, name: string): boolean =>
  new RegExp(`^${outlet}-\\d{8}-\\d{6}$`).test(name);
export const isPartOf = (outlet: OutletCode, name: string): boolean =>
  name.endsWith('.part') && isBackupOf(outlet, name.slice(0, -'.part'.length));

/** When a backup was made; `null` where its name is no time. */
export function instantOfBackup(name: string): Instant | null {
  const [, date = '', time = ''] = /-(\d{8})-(\d{6})$/.exec(name) ?? [];
  const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  try {
    return instantOf(`${iso}+08:00`);
  } catch {
    return null;
  }
}

const newestKept = 14;
const monthsKept = 12;

/**
 * Which backups are no longer needed: all but the newest fourteen, the last of each of the newest twelve months, and
 * `made`. That one is the newest whole one even if a clock that stood in the future gave others a later name.
 */
export function backupsToDrop(names: readonly string[], made: string): readonly string[] {
  const newestFirst = [...names].sort().reverse();
  const lastOfMonth = new Map<string, string>();
  for (const name of newestFirst) {
    const month = name.slice(0, -'dd-HHmmss'.length);
    if (!lastOfMonth.has(month)) lastOfMonth.set(month, name);
  }
  const kept = new Set([
    made,
    ...newestFirst.slice(0, newestKept),
    ...[...lastOfMonth.values()].slice(0, monthsKept),
  ]);
  return names.filter((name) => !kept.has(name));
}
