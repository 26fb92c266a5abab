import type { Details, Directory, PublicOutlet } from '#central-api';

/** The columns that name outlets and tell of them. */
export interface NameColumns {
  readonly directory: Directory;
  readonly details: Details;
}

/** All of an outlet but its stock and its place. */
type Told = Omit<PublicOutlet, 'code' | 'place' | 'pieces' | 'bands' | 'promised' | 'selling' | 'heardAt'>;

/** @returns what the columns tell of the n-th outlet */
export function toldBy({ directory, details }: NameColumns): (n: number) => Told {
  const { weeks, week, periods, period } = details;
  const of = (told: Details['notes']) => {
    const texts = new Map(told);
    return (n: number) => texts.get(n) ?? '';
  };
  const [hoursNote, website] = [of(details.hoursNotes), of(details.websites)];
  const [note, ownNote] = [of(details.notes), of(details.ownNotes)];
  return (n) => ({
    ...whereIs(directory, n),
    ...{ name: directory.names[n] ?? '', phone: directory.phones[n] ?? '' },
    ...{ hours: weeks[week[n] ?? -1] ?? null, hoursNote: hoursNote(n) },
    ...{ servicePeriods: periods[period[n] ?? -1] ?? '', website: website(n) },
    ...{ note: note(n), ownNote: ownNote(n) },
  });
}

export function whereIs({ towns, counties, town, addresses }: Directory, n: number) {
  const [name = '', county = 0] = towns[town[n] ?? -1] ?? [];
  const [where, address] = [counties[county] ?? '', addresses[n] ?? ''];
  // What begins with its county and town comes without them; what does not says so by a sign in front.
  const whole = address.startsWith('=') ? address.slice(1) : `${where}${name}${address}`;
  return { county: where, town: name, address: whole };
}

/** Of its town and county, as far as it is known. */
export function englishOf({ towns, town, countiesEnglish, townsEnglish }: Directory, n: number): string {
  const place = town[n] ?? -1;
  const [, county = -1] = towns[place] ?? [];
  return `${townsEnglish[place] ?? ''}\n${countiesEnglish[county] ?? ''}`;
}
