import { grouped } from '../../day-format.ts';
import { auditEn } from './audit-words.ts';
import { conflictsEn } from './conflicts-words.ts';
import { counted, outlets } from './counted-en.ts';
import { goodsEn } from './goods-words.ts';
import { peopleEn } from './people-words.ts';
import { policyEn } from './policy-words.ts';
import { refusalsEn } from './refusals.ts';
import type { AdminWords } from './words.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

const age = (minutes: number): string => {
  if (minutes < 1) return 'just now';
  if (minutes < 120) return `${minutes} min ago`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} days ago`;
};

export const adminEn: AdminWords = {
  lang: 'en',
  title: 'The centre',
  otherLanguage: '中文',
  demo: 'Demonstration: all figures are invented',
  rail: 'Sections',
  sections: {
    outlets: 'Outlets',
    outlook: 'Outlook',
    goods: 'Deliveries',
    policy: 'Rules',
    conflicts: 'Conflicts',
    exports: 'Exports',
    people: 'Accounts',
    audit: 'Audit',
  },
  roles: { authority: 'Authority', county: 'County', chain: 'Chain', outlet: 'Outlet' },
  signOut: 'Sign out',
  publicPage: 'Public page',
  close: 'Close',
  cancel: 'Cancel',
  asking: 'Asking',
  onPaper: {
    at: (day, time) => `As of ${day} ${time}`,
    only: (rows, all) =>
      `The first ${grouped(rows)} alone are printed; the total is of all ${grouped(all)}, and so is the page’s CSV file.`,
  },
  again: 'Try again',
  more: 'Show more',
  first: (shown, all) => `The first ${grouped(shown)} of ${grouped(all)}`,
  none: 'None',
  pieces: (n) => counted(n, 'piece', 'pieces'),
  line: {
    live: 'Live',
    lost: 'No line',
    connecting: 'Connecting',
    old: (old) => `No line to the centre: these figures are from ${old}. They will go on by themselves`,
  },
  trouble: {
    notReached: 'The centre cannot be reached',
    broke: 'The centre cannot answer just now',
    byItself:
      'The counters go on selling. Please check the network of this computer; the page will go on by itself.',
  },
  age,
  never: 'Never',
  kinds: { adult: 'Adult', child: 'Child' },
  bands: { plenty: 'Plenty', some: 'Some', few: 'Few', none: 'None' },
  states: {
    open: 'Selling',
    paused: 'Paused',
    'sold-out': 'Sold out',
    'equipment-broken': 'Equipment broken',
    'closed-today': 'Closed today',
  },
  notices: {
    'no-till': 'No till',
    silent: 'Silent',
    'not-selling': 'Not selling',
    'sold-out': 'Sold out',
    oversold: 'Oversold',
    'will-run-out': 'Will run out',
    'left-with-stock': 'Too much left',
    'goods-differ': 'Goods differ',
    conflicts: 'Conflicts',
  },
  day,
  refusal: (code, detail) =>
    `${refusalsEn[code] ?? 'It was not done. Please try again'}${detail ? ` (${detail})` : ''}`,
  door: {
    signIn: 'Sign in to the centre',
    name: 'Name',
    password: 'Password',
    code: 'Code',
    codeHint: 'The six digits that your authenticator shows now',
    enter: 'Sign in',
    welcome: (name, role) => `Welcome, ${name} (${role})`,
    invited: 'This invitation can be used once. Please do these three things.',
    scan: 'Scan this with the authenticator on your telephone',
    secret: 'Or type this key in',
    choose: 'Choose a password',
    passwordHint: 'At least 12 characters; a sentence is easiest to remember',
    accept: 'Finish and sign in',
    noInvitation:
      'This invitation was used, is older than three days, or was replaced. Ask whoever gave it to you for a new one.',
  },
  runsOut: {
    when: { gone: 'None left', 'not-today': 'Not today', unknown: 'Not known yet' },
    at: (time) => `about ${time}`,
  },
  outlets: {
    search: 'Name, code or place',
    county: 'County',
    allCounties: 'All counties',
    notice: 'Notice',
    anyNotice: 'All',
    found: (shown, all) => (shown === all ? outlets(all) : `${grouped(shown)} of ${outlets(all)}`),
    noneYet: 'No outlets yet',
    noneYetHint: 'They appear here by themselves once the authority has imported its list.',
    nothing: 'No such outlet',
    nothingHint: 'Type less, or look in all counties and with all notices.',
    columns: {
      name: 'Outlet',
      place: 'Place',
      adult: 'Adult',
      child: 'Child',
      sold: 'Sold today',
      'runs-out': 'Runs out',
      heard: 'Last heard',
      notices: 'Notices',
    },
    table: 'Table',
    map: 'Map',
    mapLoading: 'Loading the map',
    mapMissing: 'The map cannot be loaded',
    mapMissingHint:
      'The table works all the same. Please check the network; if the page was renewed just now, load it again.',
    list: 'The outlets now',
    export: 'Download CSV',
    sum: 'Sum',
  },
  sheet: {
    available: 'On sale',
    promised: 'Promised',
    onHand: 'On hand',
    later: 'On sale later',
    soldToday: 'Sold today',
    usualDay: 'Usual day',
    runsOut: 'Runs out',
    byHour: 'Sold by hour',
    usual: 'Usual',
    lastDays: 'Last fourteen days',
    tills: 'Tills',
    heard: (old, unsent) => `Heard ${old}${unsent > 0 ? `, ${grouped(unsent)} unsent` : ''}`,
    revoked: 'Revoked',
    revoke: 'Revoke',
    revokeSure: (till) => `Revoke till ${till}?`,
    revokeMeans:
      'It will not reach the centre any more, and this cannot be taken back; it has to be enrolled anew. What it has not sent stays in it.',
    noTills: 'No tills yet',
    code: 'New enrolment code',
    codeFor: (code, until) => `${code}, until ${until}; it is shown once`,
    message: 'A word to the counter',
    send: 'Send',
    sent: 'Sent',
    deliveries: 'Deliveries',
    noDeliveries: 'Nothing was announced for this day',
    sales: (sales, voided) =>
      voided > 0 ? `${counted(sales, 'sale', 'sales')}, ${voided} voided` : counted(sales, 'sale', 'sales'),
    dayBefore: 'Day before',
    dayAfter: 'Day after',
  },
  outlook: {
    lead: 'From the usual day of the last two weeks, as much busier or quieter as today is; “send” is what to send for tomorrow.',
    runOut: 'Will run out early today',
    left: 'Will be left with more than two days',
    noneRunOut: 'No outlet will run out early.',
    noneLeft: 'No outlet will be left with too much.',
    suggested: 'Send',
    has: 'Has',
    usual: 'Usual',
    send: 'Plan a delivery',
    lasts: 'Lasts about',
    days: (n) => counted(n, 'day', 'days'),
  },
  goods: goodsEn,
  policy: policyEn,
  conflicts: conflictsEn,
  exports: {
    lead: 'Everything of your scope, as CSV that a spreadsheet opens.',
    from: 'From',
    to: 'To',
    files: { outlets: 'Outlets', sales: 'Sales', deliveries: 'Deliveries', conflicts: 'Conflicts' },
    what: {
      outlets: 'On sale, on hand, sold today and notices, as of now',
      sales: 'By outlet, day, hour and kind of mask',
      deliveries: 'Announced and received',
      conflicts: 'Both outlets, times and pieces, and nothing of the person',
    },
    maskdata: "Public: the authority's seven columns",
    points: 'Public: GeoJSON, as the community maps read it',
  },
  people: peopleEn,
  audit: auditEn,
};
