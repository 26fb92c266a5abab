import { clockTime, grouped, monthDay, rocDay, weekdayOf } from '../day-format.ts';
import type { Day } from '../wall.ts';
import type { Words } from './words.ts';

const when = (day: Day, time: string | null) => (time ? `${monthDay(day)}\u00a0${time}` : monthDay(day));
const masks = (n: number) => (n === 1 ? '1 mask' : `${grouped(n)} masks`);
const kindsShort = { adult: 'Adult', child: 'Child' };
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const sampleCards: Readonly<Record<string, string>> = {
  'adult-odd': 'Adult, odd',
  'adult-even': 'Adult, even',
  child: 'Child',
  'already-bought': 'Bought recently',
  'check-digit-wrong': 'Wrong check digit',
  damaged: 'Damaged chip',
  'not-nhi': 'Not an NHI card',
  professional: 'Professional card',
};

export const en: Words = {
  lang: 'en',
  otherLanguage: '中文',

  verdicts: { 'may-buy': 'May buy', 'may-not': 'May not', confirm: 'Confirm' },
  kinds: { adult: 'Adult masks', child: 'Child masks' },
  kindsShort,
  pieces: 'masks',
  beside: (kind) => (kind ? [kindsShort[kind], 'masks'] : ['masks']),
  count: masks,
  money: (amount) => `NT$${grouped(amount)}`,
  total: 'Total',
  tender: (given, change) => `${grouped(given)} → ${grouped(change)}`,
  change: 'Change',
  quantity: 'Quantity',
  fewer: 'One fewer',
  more: 'One more',
  most: (pieces) => `${pieces} at most`,

  idle: { insertCard: 'Insert NHI card', reading: 'Reading', stock: 'On sale' },
  today: ({ parity, binds }) => {
    if (binds === 'nobody') return { digits: 'Today: all digits', children: null };
    const digits = { odd: 'Today: odd', even: 'Today: even', all: 'Today: all digits' }[parity];
    return { digits, children: binds === 'adult-cards' && parity !== 'all' ? 'children any day' : null };
  },
  date: (day) => `${weekdays[weekdayOf(day)]} ${monthDay(day)}`,
  lastSale: 'Last sale',

  reason: {
    againAfterThis: (next) => `May buy again from ${monthDay(next)}`,
    bought: (day, pieces) => `Bought ${pieces} on ${monthDay(day)}`,
    boughtRecently: 'Bought recently',
    againFrom: (next, time) => `again from ${when(next, time)}`,
    from: (next, time) => `from ${when(next, time)}`,
    noDate: 'no date known yet',
    notYourWeekday: { odd: 'Odd numbers today', even: 'Even numbers today', all: 'Not on sale today' },
    soldOut: 'Sold out',
    schemeNotInForce: 'No sales rule applies now',
    joined: (parts) => parts.join(', '),
  },
  confirmReasons: {
    'check-digit-wrong': { what: 'The ID check digit is wrong', next: 'Compare with the printed card' },
    'weekday-undefined': { what: 'The ID does not end in a digit', next: 'Go by the document' },
    'issued-in-future': { what: 'The card is dated after today', next: 'Check the clock, then the card' },
    'clock-behind': { what: 'The clock is behind the last entry', next: 'Set the clock' },
  },
  problems: {
    unreadable: { what: 'The card cannot be read', next: 'Take it out, wipe the chip, insert it again.' },
    'pulled-out': {
      what: 'The card came out too early',
      next: 'Insert it again and wait for the result.',
    },
    'not-nhi-card': { what: 'This is not an NHI card', next: 'Insert the NHI card.' },
    'professional-card': {
      what: 'This is a professional card',
      next: 'Insert the NHI card of the person buying.',
    },
    'card-busy': {
      what: 'Another program is using the card',
      next: 'Close other card software, then insert the card again.',
    },
    'bad-data': {
      what: 'The card is incomplete',
      next: 'Insert it again. If it still fails, the holder needs a new card from the NHIA.',
    },
    'storage-full': { what: 'Disk full, nothing was sold', next: 'Free some disk space, then sell again.' },
    'storage-failed': {
      what: 'Cannot write, nothing was sold',
      next: 'See the log file, or call support.',
    },
  },
  alerts: {
    'reader-no-service': {
      what: 'Card service not running',
      next: 'Retrying. If it stays, restart this computer.',
    },
    'reader-service-frozen': { what: 'Card service not answering', next: 'Reconnecting, please wait.' },
    'reader-no-reader': { what: 'No card reader found', next: 'Check the cable of the reader.' },
    'clock-behind': { what: 'The clock is behind the last entry', next: 'Set the date and time.' },
    'cover-open': { what: 'Printer cover open', next: 'Close it. Sales go on; slips print later.' },
    'paper-out': { what: 'Printer out of paper', next: 'Put in a roll. Sales go on; slips print later.' },
    'printer-unreachable': { what: 'Printer not reachable', next: 'Check power and cable. Sales go on.' },
    'printer-offline': {
      what: 'Printer offline',
      next: 'Check the printer. Sales go on; slips print later.',
    },
    'central-offline': {
      what: 'Centre not reachable',
      next: 'Sales go on and are sent when it is back.',
    },
    'paper-near-end': { what: 'Paper nearly used up', next: 'Have a new roll ready.' },
  },
  refusals: {
    malformed: 'This page is out of date. Please reload it.',
    stale: 'The screen has changed. Please look again.',
    'not-now': 'Not possible now. Please see the screen.',
    'not-allowed': 'More than is allowed or in stock. Please see the screen.',
    'confirmation-needed': 'Please compare first, then press Checked.',
    unknown: 'No such receipt or card.',
    'storage-full': 'Disk full, nothing was recorded. Free some space and try again.',
    'storage-failed': 'Cannot write, nothing was recorded. See the log file.',
    fault: 'The program met a fault. See the log file; restart if it stays.',
    lost: 'Connection lost, nothing was done. Please press again once it is back.',
  },

  visit: {
    lastThree: (digits) => `ID …${digits}`,
    bornIn: (year) => `born ${year}`,
    childCard: 'Child card',
    nameUncertain: 'Compare the name with the card',
    cardOut: 'Card taken out',
    hidden: 'Hidden while disconnected',
    kind: 'Kind of mask',
    history: 'Purchases',
    noHistory: 'No purchase that still counts',
  },
  sold: {
    done: 'Sold',
    takeCard: 'Please take your NHI card',
    receipt: 'Receipt',
    nextDay: 'Next purchase',
    slip: 'Slip',
    noPrinter: 'No printer set up',
  },
  slips: {
    queued: 'Waiting',
    sending: 'Printing',
    sent: 'Sent',
    confirmed: 'Printed',
    doubtful: 'Uncertain',
    abandoned: 'Not printed',
  },
  slipQuestion: (receiptNumber) => `Did the slip of receipt ${receiptNumber} come out?`,

  act: {
    sell: 'Sell',
    selling: 'Recording',
    checked: 'Checked',
    cancel: 'Cancel',
    next: 'Next customer',
    understood: 'Understood',
    printed: 'It did',
    copy: 'Print a copy',
    close: 'Close',
    back: 'Change',
    reload: 'Reload',
  },
  keys: {
    legend: 'Function keys',
    help: 'Help',
    history: 'Purchases',
    goodsIn: 'Goods in',
    reprint: 'Reprint',
    mute: 'Mute',
    unmute: 'Sound on',
    space: 'Space',
  },
  notices: {
    scanned: 'Barcode ignored: this version does not use barcodes.',
    tooMany: (most) => `${most} at most.`,
    goodsIn: (adult, child) => `Goods in: ${grouped(adult)} adult, ${grouped(child)} child.`,
    copyOrdered: 'The copy will be printed.',
    noReceipt: 'No slip to reprint yet.',
  },
  goodsIn: {
    hint: 'On sale at once. Book what arrived today for tomorrow on the day of sale.',
    book: 'Book in',
    really: (adult, child) =>
      `${grouped(adult)} adult and ${grouped(child)} child masks is a lot. Please check once more.`,
    bookReally: 'Book in all the same',
  },
  reprintHint: 'The slip will be marked as a copy.',
  help: {
    rows: [
      ['Insert a card', 'The result shows by itself'],
      ['Enter', 'Sell, next customer, understood'],
      ['Esc', 'Cancel'],
      ['1 – 9, 0', 'Quantity (0 is 10)'],
      ['← →, K, F2', 'Adult or child masks'],
      ['Space', 'When asked to check: checked'],
    ],
    sound: 'Sound',
    volume: 'Volume',
    listen: (sound) => `Hear: ${sound}`,
  },
  status: {
    label: 'Status',
    reader: 'Reader',
    readers: {
      starting: 'starting',
      'no-service': 'no service',
      'service-frozen': 'not answering',
      'no-reader': 'not connected',
      ready: 'ready',
    },
    printer: 'Printer',
    printers: {
      none: 'not set up',
      connecting: 'connecting',
      online: 'ready',
      offline: 'offline',
      unreachable: 'not reachable',
    },
    papers: { ok: 'ready', 'near-end': 'paper low', out: 'no paper', unknown: 'ready' },
    coverOpen: 'cover open',
    waiting: (slips) => `${slips} to print`,
    central: 'Centre',
    centrals: { none: 'stand-alone', online: 'ready', offline: 'offline' },
    unsent: (entries, minutes) => `${grouped(entries)} unsent, oldest ${grouped(minutes)} min`,
    policy: (since) => (since ? `Rules of ${rocDay(since)}` : 'No rules apply'),
    clock: (now) => clockTime(now),
  },
  connection: {
    connecting: 'Connecting',
    lost: {
      what: 'Connection to the till program lost',
      next: 'It comes back by itself. No sale is counted twice.',
    },
    refused: { what: 'The till program was restarted', next: 'Please reload this page.' },
  },
  virtual: {
    title: 'Virtual devices · demo',
    insert: 'Insert a sample card',
    takeOut: 'Take the card out',
    card: (id) => sampleCards[id] ?? id,
    paper: 'Paper',
    papers: { ok: 'Enough', 'near-end': 'Low', out: 'Out' },
    cover: 'Cover',
    covers: { closed: 'Closed', open: 'Open' },
    slip: 'Last slip',
    noSlip: 'Nothing printed yet',
  },
};
