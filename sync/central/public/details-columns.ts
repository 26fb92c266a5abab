import { columnsFormat, type Details, type PublicOutlet } from '#central-api';

/** What outlets tell beside their stock. Of it much is the same everywhere, or nothing, so that the columns are short. */
export function detailsColumnsOf(list: string, outlets: readonly PublicOutlet[]): Details {
  const [weeks, week] = onceEach(outlets.map(({ hours }) => hours));
  const [periods, period] = onceEach(outlets.map(({ servicePeriods }) => servicePeriods));
  return {
    ...{ format: columnsFormat, list, weeks, week, periods, period },
    hoursNotes: told(outlets, 'hoursNote'),
    notes: told(outlets, 'note'),
    ownNotes: told(outlets, 'ownNote'),
    websites: told(outlets, 'website'),
  };
}

/** Each value once, and for each of them where it stands. */
function onceEach<Value>(values: readonly Value[]): [once: Value[], places: number[]] {
  const known = new Map<string, number>();
  const once: Value[] = [];
  const places = values.map((value) => {
    const key = JSON.stringify(value);
    const place = known.get(key) ?? once.push(value) - 1;
    known.set(key, place);
    return place;
  });
  return [once, places];
}

const told = (
  outlets: readonly PublicOutlet[],
  what: 'hoursNote' | 'note' | 'ownNote' | 'website',
): [number, string][] =>
  outlets.flatMap((outlet, n): [number, string][] => (outlet[what] === '' ? [] : [[n, outlet[what]]]));
