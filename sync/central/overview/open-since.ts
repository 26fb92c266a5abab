import { businessDayOf, type Instant, instant, type OpeningHours, startOfDay, weekdayOf } from '#rules';

/** What is known of when an outlet sells. */
export interface KnownHours {
  /** By its own word; `null` where it has not said. */
  readonly hours: OpeningHours | null;
  /** 21 letters, N open and Y closed: mornings Monday to Sunday, afternoons, evenings; empty where unknown. */
  readonly servicePeriods: string;
}

/** Since when an outlet has been open without a break; `null`: it is closed now. Its own word counts before the list's. */
export function openSince(known: KnownHours, now: Instant): Instant | null {
  const midnight = startOfDay(businessDayOf(now));
  const spans = spansOf(known, weekdayOf(businessDayOf(now)));
  const open = spans.find(
    ({ from, until }) => now >= midnight + minutes(from) && now < midnight + minutes(until),
  );
  return open ? instant(midnight + minutes(open.from)) : null;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/** The hours in which the scheme is open at all. */
const scheme: Span = { from: '08:00', until: '22:00' };
/** The list names parts of a day and no hours: these are the ones in which whoever has that part is surely there. */
const parts: readonly Span[] = [
  { from: '09:00', until: '12:00' },
  { from: '14:00', until: '17:00' },
  { from: '19:00', until: '21:00' },
];

function spansOf({ hours, servicePeriods }: KnownHours, weekday: number): readonly Span[] {
  if (hours !== null) return hours[weekday] ?? [];
  if (!/^[NY]{21}$/.test(servicePeriods)) return [scheme];
  const column = (weekday + 6) % 7;
  return parts.filter((_, part) => servicePeriods[part * 7 + column] === 'N');
}

const minutes = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
