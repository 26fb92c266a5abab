import type { CentreState } from '../../centre-state.ts';
import { ageOf, grouped } from '../../day-format.ts';

/** How the till stands with the centre, in a word, on the manager's page and on a phone. */
export const zhCentreStates: Readonly<Record<CentreState, string>> = {
  none: '單機作業',
  'not-enrolled': '未登錄',
  connecting: '連線中',
  online: '已連線',
  equal: '已同步',
  offline: '斷線',
  waiting: '未收下',
  halted: '停止上傳',
};

export const enCentreStates: Readonly<Record<CentreState, string>> = {
  none: 'Stand-alone',
  'not-enrolled': 'Not enrolled',
  connecting: 'Connecting',
  online: 'Connected',
  equal: 'Synchronised',
  offline: 'Offline',
  waiting: 'Not taken yet',
  halted: 'Stopped sending',
};

/** Entries that the centre has not got, and the age of the oldest where it is to be said. */
export type UnsentCount = (entries: number, minutes: number | null) => string;

export const zhUnsent: UnsentCount = (entries, minutes) =>
  entries === 0 ? '無' : `${grouped(entries)} 筆${minutes === null ? '' : `，最久 ${zhAge(minutes)}`}`;

export const enUnsent: UnsentCount = (entries, minutes) =>
  entries === 0 ? 'None' : `${grouped(entries)}${minutes === null ? '' : `, oldest ${enAge(minutes)}`}`;

function zhAge(minutes: number): string {
  const { count, unit } = ageOf(minutes);
  return `${grouped(count)} ${{ minutes: '分鐘', hours: '小時', days: '天' }[unit]}`;
}

function enAge(minutes: number): string {
  const { count, unit } = ageOf(minutes);
  return `${grouped(count)} ${{ minutes: 'min', hours: 'h', days: 'days' }[unit]}`;
}
