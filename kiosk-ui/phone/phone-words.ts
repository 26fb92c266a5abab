import type { PhonePairingReply, PhoneSnapshot } from '#api';
import type { CentreState } from '../centre-state.ts';
import { monthDay, weekdayOf } from '../day-format.ts';
import {
  enCentreStates,
  enUnsent,
  type UnsentCount,
  zhCentreStates,
  zhUnsent,
} from '../stock/words/centre-state-words.ts';
import { enGlance, type GlanceWords, zhGlance } from '../stock/words/glance-words.ts';

type PairingRefusal = Extract<PhonePairingReply, { ok: false }>['code'] | 'lost';
type SellingState = PhoneSnapshot['sellingState'];
type Mode = Exclude<PhoneSnapshot['mode'], 'shop'>;

/** Everything that a paired phone says. */
export interface PhoneWords {
  readonly lang: string;
  readonly otherLanguage: string;
  readonly title: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly day: (day: PhoneSnapshot['day']) => string;
  readonly kinds: Readonly<Record<'adult' | 'child', string>>;
  readonly kindsShort: Readonly<Record<'adult' | 'child', string>>;
  readonly states: Readonly<Record<SellingState, string>>;
  readonly today: string;
  readonly glance: GlanceWords;
  readonly conflicts: string;
  readonly review: string;
  readonly centre: string;
  readonly centreStates: Readonly<Record<CentreState, string>>;
  readonly unsent: string;
  readonly unsentCount: UnsentCount;
  readonly entries: (n: number) => string;
  readonly reader: string;
  readonly printer: string;
  readonly clock: string;
  readonly clocks: Readonly<Record<Exclude<PhoneSnapshot['clock'], 'trusted'>, string>>;
  readonly disk: string;
  readonly disks: Readonly<Record<Exclude<PhoneSnapshot['disk'], 'ok'>, string>>;
  readonly well: string;
  readonly wrong: string;
  readonly live: (at: string) => string;
  readonly lost: (age: string) => string;
  readonly lostHint: string;
  readonly age: (count: number, unit: 'minutes' | 'hours' | 'days') => string;
  readonly connecting: string;
  readonly pairing: string;
  readonly notPaired: string;
  readonly notPairedHint: string;
  readonly ended: string;
  readonly endedHint: string;
  readonly pairingRefused: string;
  readonly refusals: Readonly<Record<PairingRefusal, string>>;
}

const shortWeekdays = '日一二三四五六';
const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const zh: PhoneWords = {
  lang: 'zh-Hant-TW',
  otherLanguage: 'English',
  title: '今日口罩',
  modes: { demo: '示範資料', drill: '練習' },
  day: (day) => `${monthDay(day)}（${shortWeekdays[weekdayOf(day)]}）`,
  kinds: { adult: '成人口罩', child: '兒童口罩' },
  kindsShort: { adult: '成人', child: '兒童' },
  states: {
    open: '販售中',
    paused: '暫停販售',
    'sold-out': '已售完',
    'equipment-broken': '設備故障',
    'closed-today': '今日不販售',
  },
  today: '今日',
  glance: zhGlance,
  conflicts: '重複購買',
  review: '待複核',
  centre: '中央',
  centreStates: zhCentreStates,
  unsent: '未上傳',
  unsentCount: zhUnsent,
  entries: (n) => (n === 0 ? '無' : `${n} 筆`),
  reader: '讀卡機',
  printer: '印表機',
  clock: '時鐘',
  clocks: { behind: '早於紀錄，請校時', jumped: '跳動，請核對' },
  disk: '磁碟',
  disks: { low: '空間將滿', full: '已滿' },
  well: '正常',
  wrong: '請查看',
  live: (at) => `即時，${at} 的數字`,
  lost: (age) => `連線中斷，這是 ${age}前的數字`,
  lostHint: '請確認手機連著店內的 Wi-Fi，恢復後會自動更新。',
  age: (count, unit) => `${count} ${{ minutes: '分鐘', hours: '小時', days: '天' }[unit]}`,
  connecting: '連線中',
  pairing: '配對中',
  notPaired: '這支手機尚未配對',
  notPairedHint: '請店長在店務的「裝置」按「配對手機」，再用手機掃描條碼。',
  ended: '配對已解除',
  endedHint: '需要時請店長重新配對。',
  pairingRefused: '無法配對',
  refusals: {
    wrong: '條碼已用過或已過期，請店長重新產生。',
    'too-many': '嘗試太多次，請等一分鐘。',
    malformed: '條碼不完整，請再掃描一次。',
    fault: '店內電腦發生錯誤，請再試一次。',
    lost: '連不到店內電腦。請確認手機連著店內的 Wi-Fi，再掃描一次。',
  },
};

const en: PhoneWords = {
  lang: 'en',
  otherLanguage: '中文',
  title: 'Masks today',
  modes: { demo: 'Demonstration', drill: 'Drill' },
  day: (day) => `${englishWeekdays[weekdayOf(day)]} ${monthDay(day)}`,
  kinds: { adult: 'Adult masks', child: 'Child masks' },
  kindsShort: { adult: 'Adult', child: 'Child' },
  states: {
    open: 'Open',
    paused: 'Paused',
    'sold-out': 'Sold out',
    'equipment-broken': 'Equipment broken',
    'closed-today': 'Closed today',
  },
  today: 'Today',
  glance: enGlance,
  conflicts: 'Bought twice',
  review: 'To review',
  centre: 'Centre',
  centreStates: enCentreStates,
  unsent: 'Not sent',
  unsentCount: enUnsent,
  entries: (n) => (n === 0 ? 'None' : String(n)),
  reader: 'Card reader',
  printer: 'Printer',
  clock: 'Clock',
  clocks: { behind: 'Behind the records: set it', jumped: 'Jumped: compare it' },
  disk: 'Disk',
  disks: { low: 'Nearly full', full: 'Full' },
  well: 'Ready',
  wrong: 'Look at it',
  live: (at) => `Live, figures of ${at}`,
  lost: (age) => `No line: these figures are ${age} old`,
  lostHint: 'Is the phone in the shop’s Wi-Fi? The figures go on by themselves once it is.',
  age: (count, unit) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`,
  connecting: 'Connecting',
  pairing: 'Pairing',
  notPaired: 'This phone is not paired',
  notPairedHint: 'A manager presses “Pair a phone” in Devices on the store page; then scan the code.',
  ended: 'The pairing was ended',
  endedHint: 'A manager can pair this phone again.',
  pairingRefused: 'Not paired',
  refusals: {
    wrong: 'The code was used or is too old: ask the manager for a new one.',
    'too-many': 'Too many tries: wait a minute.',
    malformed: 'The code is not whole: scan it again.',
    fault: 'The till met a fault: try again.',
    lost: 'The till cannot be reached. Is the phone in the shop’s Wi-Fi? Then scan again.',
  },
};

export const phoneLanguages: Readonly<Record<'zh' | 'en', PhoneWords>> = { zh, en };
