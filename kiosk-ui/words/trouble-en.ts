import { grouped, monthDay } from '../day-format.ts';
import type { Allowance, Day } from '../wall.ts';
import type { TroubleWords } from './trouble-words.ts';

const perDays = ({ pieces, days }: Allowance) => `${pieces} in ${days} days`;
const when = (day: Day, time: string | null) => (time ? `${monthDay(day)}\u00a0${time}` : monthDay(day));

export const troubleEn: TroubleWords = {
  reason: {
    againAfterThis: (next) => `May buy again from ${monthDay(next)}`,
    bought: ({ day, pieces, place }) =>
      `Bought ${pieces}${place === 'elsewhere' ? ' elsewhere' : ''} on ${monthDay(day)}`,
    boughtRecently: 'Bought recently',
    againFrom: (next, time) => `again from ${when(next, time)}`,
    from: (next, time) => `from ${when(next, time)}`,
    noDate: 'no date known yet',
    notYourWeekday: { odd: 'Odd numbers today', even: 'Even numbers today', all: 'Not on sale today' },
    soldOut: 'Sold out',
    onSaleFrom: (day) => `on sale from ${monthDay(day)}`,
    tooManyCards: 'More cards than one visitor may bring',
    schemeNotInForce: 'No sales rule applies now',
    joined: (parts) => parts.join(', '),
  },
  confirmReasons: {
    'check-digit-wrong': { what: 'The ID check digit is wrong', next: 'Compare with the document' },
    'weekday-undefined': { what: 'The ID does not end in a digit', next: 'Go by the document' },
    'issued-in-future': { what: 'The card is dated after today', next: 'Check the clock, then the card' },
    'clock-behind': { what: 'The clock is behind the last entry', next: "Make sure of today's date" },
    'clock-jumped': { what: 'The clock has jumped', next: "Make sure of today's date" },
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
    'disk-full': { what: 'Disk full', next: 'Nothing can be recorded. Free some space.' },
    'reader-no-service': {
      what: 'Card service not running',
      next: 'Retrying. Meanwhile key in by hand with F5.',
    },
    'reader-service-frozen': {
      what: 'Card service not answering',
      next: 'Reconnecting. Meanwhile key in by hand with F5.',
    },
    'reader-no-reader': {
      what: 'No card reader found',
      next: 'Check its cable. Meanwhile key in by hand with F5.',
    },
    'clock-behind': {
      what: 'The clock is behind the last entry',
      next: 'The till counts by the safe time. Set the clock, or a manager confirms it.',
    },
    'clock-jumped': {
      what: 'The clock has jumped',
      next: 'The till counts by the safe time. Set the clock, or a manager confirms it.',
    },
    'cover-open': { what: 'Printer cover open', next: 'Close it. Sales go on; slips print later.' },
    'paper-out': { what: 'Printer out of paper', next: 'Put in a roll. Sales go on; slips print later.' },
    'printer-unreachable': { what: 'Printer not reachable', next: 'Check power and cable. Sales go on.' },
    'printer-offline': {
      what: 'Printer offline',
      next: 'Check the printer. Sales go on; slips print later.',
    },
    'selling-paused': { what: 'The public sees: paused', next: 'Press F11 to open again.' },
    'selling-sold-out': {
      what: 'The public sees: sold out',
      next: 'Ends with the day; F11 opens earlier.',
    },
    'selling-equipment-broken': {
      what: 'The public sees: equipment broken',
      next: 'Press F11 to open again.',
    },
    'selling-closed-today': {
      what: 'The public sees: closed today',
      next: 'Ends with the day; F11 opens earlier.',
    },
    'central-copied': {
      what: 'Stopped sending: copied data',
      next: 'Sales go on. A manager enrols this till again.',
    },
    'central-revoked': {
      what: 'Stopped sending: till revoked',
      next: 'Sales go on. If still in use, a manager enrols it again.',
    },
    'central-not-known': {
      what: 'Stopped sending: till not known',
      next: 'Sales go on. A manager enrols it again.',
    },
    'central-old-program': {
      what: 'Stopped sending: old program',
      next: 'Sales go on. Install the new version.',
    },
    'central-damaged': {
      what: 'Stopped sending: damaged records',
      next: 'Call support to check the file or restore a backup.',
    },
    'central-stopped': {
      what: 'Stopped sending: refused',
      next: 'Sales go on. If it stays, call support.',
    },
    'central-offline': {
      what: 'No line to the centre',
      next: "Decided by this till's records; sent once it is back.",
    },
    'central-waiting': {
      what: 'The centre does not take them yet',
      next: 'Sales go on; sent again later.',
    },
    'central-not-enrolled': {
      what: 'This till is not enrolled yet',
      next: "Decided by this till's records. A manager enters the code.",
    },
    'policy-refused': {
      what: 'New rules could not be taken',
      next: 'The rules of now stay in force. Call support.',
    },
    'rules-change': { what: 'The rules will change', next: 'They take effect by themselves.' },
    'disk-low': { what: 'Little disk space left', next: 'Sales go on. Free some space soon.' },
    'backup-folder-gone': {
      what: 'Backup folder not found',
      next: 'Sales go on. Connect the backup disk or stick.',
    },
    'backup-not-writable': {
      what: 'Backup folder not writable',
      next: 'Sales go on. Check whether the disk is read-only.',
    },
    'backup-not-whole': {
      what: 'The backup failed its check',
      next: 'Sales go on. Change the backup disk and back up again.',
    },
    'backup-storage-full': {
      what: 'Backup disk full',
      next: 'Sales go on. Free some space or change the disk.',
    },
    'day-to-close': { what: 'A day is not closed yet', next: "Close it on the manager's page." },
    'paper-near-end': { what: 'Paper nearly used up', next: 'Have a new roll ready.' },
    'reader-clean': {
      what: 'Some cards could not be read',
      next: "Wipe the reader's contacts with a dry cloth.",
    },
    'reader-order': {
      what: 'The reader is near the end of its life',
      next: 'Almost 10,000 cards so far. Order a spare.',
    },
  },
  dayToClose: (day) => `${monthDay(day)} is not closed yet`,
  rulesChange: (at, { adult, child }) => `From ${at}: adult ${perDays(adult)}, child ${perDays(child)}`,
  receiptShown: (receiptNumber) => `The customer's display shows receipt ${receiptNumber}`,
  refusals: {
    malformed: 'This page is out of date. Please reload it.',
    'signed-out': 'This screen is signed out. Please sign in again.',
    'not-your-right': 'A manager or pharmacist has to sign in for this.',
    stale: 'The screen has changed. Please look again.',
    'not-now': 'Not possible now. Please see the screen.',
    'not-allowed': 'More than is allowed or in stock. Please see the screen.',
    'confirmation-needed': 'Please compare first, then press Checked.',
    unknown: 'No such receipt, ticket or card.',
    'not-an-id-number': 'Not an ID number. Compare with the document and key it in again.',
    'check-digit-wrong': 'The check digit is wrong. Please compare with the document.',
    'passport-not-accepted':
      "A tourist's passport is not covered. With a residence certificate or an entry permit, choose that one.",
    'too-many-cards': 'No more cards in this visit. Please sell this one apart.',
    'voided-already': 'This sale was voided before.',
    'promised-by-ticket': 'These masks are promised to tickets. Cancel tickets first.',
    'not-enough-stock': 'Not enough in stock.',
    'no-tickets-left': 'No tickets of this kind left in this session.',
    'card-needed': 'This session checks the card. Please insert it first.',
    'has-a-ticket': 'This card has a ticket for today.',
    'may-not-buy-then': 'This card may not buy at the time of this session.',
    'wrong-session': 'Outside the hours of this session.',
    'ticket-used': 'This ticket was redeemed, cancelled or has lapsed.',
    'storage-full': 'Disk full, nothing was recorded. Free some space and try again.',
    'storage-failed': 'Cannot write, nothing was recorded. See the log file.',
    fault: 'The program met a fault. See the log file; restart if it stays.',
    lost: 'Connection lost, nothing was done. Please press again once it is back.',
  },
  onManagersPage: "Please do this on the manager's page.",
  notices: {
    scanned: 'Barcode ignored.',
    tooMany: (most) => `${most} at most.`,
    confirmFirst: (place, of) =>
      of > 1
        ? `Card ${place}: please compare first, then press Checked.`
        : 'Please compare first, then press Checked.',
    goodsIn: (adult, child) => `Goods in: ${grouped(adult)} adult, ${grouped(child)} child.`,
    done: {
      'copy-ordered': 'The copy will be printed.',
      voided: 'Voided. Stock and allowance are back.',
      'tickets-handed-out': 'Handed out. The tickets are being printed.',
      'ticket-cancelled': 'Cancelled. Its masks are free again.',
      'selling-state-set': 'Selling state changed.',
      'clock-confirmed': 'Clock confirmed.',
      'trying-again': 'Trying again.',
      'language-chosen': "The language of the customer's display was changed.",
    },
  },
};
