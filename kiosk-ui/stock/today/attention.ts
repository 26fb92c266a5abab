import { centreState } from '../../centre-state.ts';
import { unsentAge } from '../../unsent-age.ts';
import type { Section } from '../page-state.ts';
import type { Instant, StockSnapshot } from '../terms.ts';
import type { Words } from '../words/words.ts';

/** Something that a person should see to, and where. */
export interface Matter {
  readonly text: string;
  readonly where: Section;
  /** Which of its views. */
  readonly view?: 'review';
  /** `clock` is answered on the spot. */
  readonly answer?: 'clock';
  /** Sales or books suffer until it is done. */
  readonly weight: 'urgent' | 'soon';
}

/** Everything that asks for attention, the urgent first, otherwise in the order of the day. */
export function matters(
  snapshot: StockSnapshot,
  words: Words,
  now: Instant = snapshot.clock.now,
): readonly Matter[] {
  const found = [
    ...clockMatters(snapshot, words),
    ...fileMatters(snapshot, words),
    ...deviceMatters(snapshot, words),
    ...centreMatters(snapshot, words, now),
    ...bookMatters(snapshot, words),
  ];
  return [...found.filter(urgent), ...found.filter((matter) => !urgent(matter))];
}

const urgent = ({ weight }: Matter): boolean => weight === 'urgent';

function clockMatters({ clock }: StockSnapshot, { today: { attention } }: Words): Matter[] {
  switch (clock.trust) {
    case 'trusted':
      return [];
    case 'behind':
      return [
        { text: attention.clockBehind(clock.wall), where: 'devices', answer: 'clock', weight: 'urgent' },
      ];
    case 'jumped':
      return [
        { text: attention.clockJumped(clock.wall), where: 'devices', answer: 'clock', weight: 'urgent' },
      ];
  }
}

function fileMatters({ disk, backup }: StockSnapshot, { today: { attention } }: Words): Matter[] {
  const found: Matter[] = [];
  if (disk.state === 'full') found.push({ text: attention.diskFull, where: 'devices', weight: 'urgent' });
  if (disk.state === 'low')
    found.push({ text: attention.diskLow(disk.freeMB), where: 'devices', weight: 'soon' });
  if (backup.fault) found.push({ text: attention.backup[backup.fault], where: 'devices', weight: 'urgent' });
  else if (backup.lastAt === null)
    found.push({ text: attention.backupNever, where: 'devices', weight: 'soon' });
  return found;
}

function deviceMatters(snapshot: StockSnapshot, { today: { attention } }: Words): Matter[] {
  const { reader, printer } = snapshot;
  const found: Matter[] = [];
  if (reader.health !== 'ready' && reader.health !== 'starting') {
    found.push({ text: attention.readerAway, where: 'devices', weight: 'urgent' });
  }
  const printerAway = printer.link === 'offline' || printer.link === 'unreachable';
  // Printers go offline when their paper ends.
  if (printer.paper === 'out') {
    found.push({ text: attention.paperOut, where: 'devices', weight: 'soon' });
  } else if (printerAway) {
    found.push({ text: attention.printerAway, where: 'devices', weight: 'soon' });
  }
  if (printer.doubtful.length > 0) {
    found.push({
      text: attention.slipsDoubtful(printer.doubtful.length),
      where: 'devices',
      weight: 'urgent',
    });
  }
  // A slip that is only being printed asks for nobody.
  if (printer.waiting > 0 && (printerAway || printer.paper === 'out')) {
    found.push({ text: attention.slipsWaiting(printer.waiting), where: 'devices', weight: 'soon' });
  }
  for (const { care } of reader.readers) {
    if (care === 'clean') found.push({ text: attention.readerClean, where: 'devices', weight: 'soon' });
    if (care === 'order') found.push({ text: attention.readerOrder, where: 'devices', weight: 'soon' });
  }
  return found;
}

function centreMatters(snapshot: StockSnapshot, { today: { attention } }: Words, now: Instant): Matter[] {
  const { central, toReview, messages } = snapshot;
  const { entries, minutes, age } = unsentAge(central, now);
  const state = centreState(central);
  const found: Matter[] = [];
  const add = (text: string, weight: Matter['weight']) => found.push({ text, where: 'centre', weight });
  if (state === 'halted') add(attention.sendingStopped, 'urgent');
  if (state === 'not-enrolled') add(attention.notEnrolled, 'soon');
  if (central.refusedPolicy) add(attention.policyRefused, 'urgent');
  if (central.why === 'later-fault') add(attention.newerCentre, 'soon');
  // A till that has stopped says so already.
  if (age !== 'fresh' && state !== 'halted') {
    add(attention.unsent(entries, minutes), age === 'late' ? 'soon' : 'urgent');
  }
  if (toReview.conflicts > 0) add(attention.conflicts(toReview.conflicts), 'soon');
  const unread = messages.filter(({ read }) => !read);
  if (unread.length > 0) {
    const urgent = unread.some(({ urgency }) => urgency === 'urgent');
    add(attention.messages(unread.length), urgent ? 'urgent' : 'soon');
  }
  return found;
}

function bookMatters(snapshot: StockSnapshot, { today: { attention } }: Words): Matter[] {
  const { clock, daysToClose, toReview, deliveries } = snapshot;
  // Today is closed when the shop closes; only the days before it are late.
  const late = daysToClose.filter((day) => day < clock.day);
  const found: Matter[] = [];
  if (late.length > 0) {
    found.push({ text: attention.daysToClose(late), where: 'day-close', weight: 'urgent' });
  }
  for (const { day, due, pieces } of deliveries) {
    if (!due) continue;
    found.push({ text: attention.delivery(day, pieces), where: 'goods', weight: 'soon' });
  }
  if (toReview.byHand + toReview.paper > 0) {
    const text = attention.review(toReview.byHand, toReview.paper);
    found.push({ text, where: 'history', view: 'review', weight: 'soon' });
  }
  return found;
}
