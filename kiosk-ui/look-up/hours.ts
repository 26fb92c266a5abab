import type { PublicOutlet } from '#central-api';

/**
 * When masks are sold on each weekday, Sunday first; `null`: not known. What the outlet itself says comes before the
 * consultation hours that the authority has of it.
 */
export function weekOf({ hours, servicePeriods }: Pick<PublicOutlet, 'hours' | 'servicePeriods'>): {
  readonly by: 'outlet' | 'authority';
  readonly parts: readonly (readonly (string | Part)[])[];
} | null {
  if (hours) {
    return { by: 'outlet', parts: hours.map((day) => day.map(({ from, until }) => `${from}–${until}`)) };
  }
  if (!/^[NY]{21}$/.test(servicePeriods)) return null;
  // Mornings Monday to Sunday, then afternoons, then evenings.
  const parts = [6, 0, 1, 2, 3, 4, 5].map((column) =>
    dayParts.filter((_, row) => servicePeriods[row * 7 + column] === 'N'),
  );
  return { by: 'authority', parts };
}

export type Part = 'morning' | 'afternoon' | 'evening';
const dayParts: readonly Part[] = ['morning', 'afternoon', 'evening'];

export const isPart = (text: string): text is Part => dayParts.some((part) => part === text);
