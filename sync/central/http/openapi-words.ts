import type { ApiFault } from '#central-api';

/** What the document says in words; the shapes come from the schemas. */
export const about = `Where masks are sold in Taiwan under the name-based rationing, and how many each outlet has on sale now.

All figures come from the tills and are at most five seconds behind them. They are pieces on sale today: goods of a later day are not in them, and those promised by number ticket only where \`promises\` says \`counted\`. \`heardAt\` says when an outlet's tills were last heard; after \`freshness.agedAfterMs\` a figure is aged, after \`freshness.oldAfterMs\` it is old. Please show that.

Instants are milliseconds since 1970-01-01T00:00:00Z. Days are calendar days in Taipei. Texts are as the authority and the outlets wrote them: treat them as text, never as markup.

Ask with \`If-None-Match\` and the \`ETag\` that you were given, and with \`Accept-Encoding\`: answers are kept ready, compressed. Follow the stock with \`/changes\` every few seconds, or with \`/events\`; load \`/stock\` once, and the columns again when \`list\` is another. The same figures are at \`/opendata/maskdata.csv\` and \`/opendata/points.json\`.`;

export const schemaWords = {
  OutletsAnswer: 'One page of the outlets that were found.',
  OutletAnswer: 'One outlet.',
  PublicOutlet:
    'An outlet: who and where it is, when it sells, and what it has now. Unknown texts are empty.',
  StockNow: 'What an outlet has now.',
  PlacesAnswer: 'Every county and town with an outlet.',
  Positions:
    'The first of four files with the whole country in columns: the n-th entry of each column is one outlet. Columns of different lists do not belong together.',
  Directory: 'The second of the four files: names and addresses, in the columns of `/positions`.',
  Details:
    'The third of the four files: when outlets sell and what is said of them, in the columns of `/positions`.',
  CountryStock: 'The last of the four files: what each outlet has now, in the columns of `/positions`.',
  ChangesAnswer:
    'What changed after a cursor. Figures are whole, so one that comes twice changes nothing: answers overlap on purpose.',
  Quiet: 'The time of the figures, while nothing changes.',
  TurnsAnswer: 'Whose turn it is, today and on the days after. Empty before the first rules.',
  TurnsOfDay: 'Whose turn it is on one day.',
  Fault: 'Why there is no answer.',
} as const;

export const parameterWords = {
  q: 'Words, with spaces between. All have to be found in the code, name, address, county or town; the last two are known in English as well. Full-width and half-width forms are the same, and so are 台 and 臺.',
  county: 'Only outlets of this county or city, such as 臺北市.',
  town: 'Only outlets of this town or district, such as 中正區.',
  codes: 'Outlet codes with commas between, at most 50: only these, in this order.',
  has: 'Only outlets that have this kind now; `either`: at least one of the two.',
  order: '`stock`: most pieces first. `place`: by county, town and name.',
  limit: 'Outlets on a page.',
  after: 'What `next` of the page before said.',
  since: 'The `cursor` of the answer before.',
  list: 'The `list` of `/stock`. Where it is the list of now, positions and directory may be kept for ever.',
  code: 'Ten characters of the medical institution code.',
  lastEventId: 'The id of the last event that was received; browsers send it when they connect again.',
} as const;

export const propertyWords = {
  at: 'When this was made.',
  readAt:
    'Every figure is at least as new as this. Where it is long before `at`, the centre cannot read its own stock, and the figures are as old as that.',
  day: 'The day in Taipei that is meant, `YYYY-MM-DD`.',
  total: 'All outlets that were found, on whatever page.',
  outlets: 'Outlets: a page of them, or how many there are.',
  outlet: 'The outlet that was asked for.',
  next: 'For `after`, to get the next page; `null` at the end.',
  freshness: 'What makes a figure old.',
  agedAfterMs: 'A figure whose `heardAt` is longer ago, in milliseconds, may no longer be true.',
  oldAfterMs: 'A figure whose `heardAt` is longer ago, in milliseconds, should not be relied on.',
  code: 'Ten characters of the medical institution code, or of a fault.',
  name: 'As the authority lists it.',
  address: 'As the authority lists it, often with full-width digits.',
  phone: 'As the authority lists it.',
  county: 'County or city, in the regular spelling (臺, not 台).',
  town: 'Town or district; in columns, its place in `towns`.',
  place: 'Where it is, in degrees of WGS 84; `null` where it is not known.',
  longitude: 'Degrees east.',
  latitude: 'Degrees north.',
  hours:
    'When masks are sold: for each day of the week, Sunday first, the spans of time; `null`: the outlet has not said.',
  from: '`HH:mm` in Taipei.',
  until: '`HH:mm` in Taipei.',
  hoursNote: 'What the outlet adds to its hours.',
  servicePeriods:
    "The authority's 21 letters, N open and Y closed: mornings from Monday to Sunday, afternoons, evenings; or empty.",
  note: 'What is said about it, in words.',
  ownNote: 'What the outlet says of itself.',
  website: 'Its address as it was written down, or empty.',
  pieces: 'Pieces: on sale today, or most in one purchase.',
  adult: 'Of masks for adults, or of adults.',
  child: 'Of masks for children, or of children.',
  bands: 'The same at a glance: `plenty` 100 and more, `some` 30 to 99, `few` under 30, `none`.',
  bandsFrom: 'The fewest pieces of a band.',
  plenty: 'Fewest pieces that are `plenty`.',
  some: 'Fewest pieces that are `some`.',
  promised:
    'Pieces for which number tickets have been handed out; `promises` says whether they are in `pieces`. In columns: place, adult, child.',
  promises:
    'Whether `pieces` has those that are promised by number ticket: `left-out` or `counted`, as the policy in force says.',
  selling: 'Whether the outlet sells now.',
  state:
    'Of selling: `open`, or why not. Of changes: `gap` says that the cursor is too old, or that too much has changed, so load `/stock` again.',
  heardAt: "When the outlet's tills were last heard; `null`: never, so that nothing is known.",
  counties: 'Counties and cities.',
  towns: 'Towns and districts; in columns, each with the place of its county in `counties`.',
  countiesEnglish: 'The same in English; empty where it is not known.',
  townsEnglish: 'The same in English; empty where it is not known.',
  withAdult: 'How many of them have masks for adults now.',
  withChild: 'How many of them have masks for children now.',
  format:
    'What the columns mean. Another number means that a program which does not know it would read them wrongly.',
  list: 'Names the list of outlets that these are columns of. Of changes: the list of now; who holds columns of another loads all four files again.',
  codes: 'Outlet codes.',
  longitudes:
    'Ten-thousandths of a degree (about ten metres), each as the difference to the last one known; `null`: not known.',
  latitudes:
    'Ten-thousandths of a degree (about ten metres), each as the difference to the last one known; `null`: not known.',
  names: 'Names.',
  addresses: 'Without county and town in front; one that begins with `=` stands whole after that sign.',
  phones: 'Telephone numbers.',
  cursor: 'For the next `since`.',
  notSelling: 'Outlets that do not sell now: place in the columns, why, and what they say about it.',
  weeks: 'Hours of a week, each week once; `null`: the outlet has not said.',
  week: 'Place in `weeks`.',
  periods: "The authority's 21 letters, each combination once.",
  period: 'Place in `periods`.',
  hoursNotes: 'What outlets add to their hours: place in the columns, and the text.',
  notes: 'What is said of outlets: place in the columns, and the text.',
  ownNotes: 'What outlets say of themselves: place in the columns, and the text.',
  websites: 'Place in the columns, and the address as it was written down.',
  heardMinutesAgo: 'Minutes before `at` at which the tills were last heard; -1: never.',
  changes: 'The outlets that changed.',
  days: 'Days; of an allowance, those after which one may buy again.',
  weekday: '0 Sunday to 6 Saturday.',
  adultCards:
    "Of a day: last digits of the adults' cards that may buy. Of a proxy: adults' cards that one may bring.",
  childCards:
    "Of a day: last digits of the children's cards that may buy. Of a proxy: children's cards that one may bring.",
  childBornFrom: "A card is a child's if its holder was born in this year or later.",
  childMasksFor: 'Who may buy masks for children.',
  allowance: 'What one card may buy.',
  unitPrice: 'NT$ a piece.',
  weekdayBinds: 'Whom the odd and even days bind.',
  proxy: 'Cards of others that one visitor may bring beside their own.',
  cards: 'Most cards of others together; `null`: as many as the two bounds allow.',
  detail: 'What is wrong, for a person to read.',
} as const;

/** When each fault comes, and what to do. */
export const faultWords: Readonly<Record<ApiFault, string>> = {
  'bad-request': 'A parameter is not as documented; `detail` says which. Mend the request.',
  'unknown-outlet': 'No outlet of this code is listed.',
  'not-found': 'There is no such path.',
  'too-many-requests': 'Asked too often. Wait for as long as `Retry-After` says.',
  busy: 'Too many streams are open. Ask `/changes` instead, or come back after `Retry-After`.',
  'not-ready': 'The centre is starting. Ask again after `Retry-After`.',
  broke: 'Something broke. Ask again later.',
};
