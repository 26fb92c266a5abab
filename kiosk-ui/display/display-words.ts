import type { DisplayLanguage } from '#api';
import type { MaskKind, SellingState, Today, VerdictName } from '../wall.ts';
import { displayId } from './words-id.ts';
import { displayTh } from './words-th.ts';
import { displayVi } from './words-vi.ts';

/** What the customer's display says. It shows two languages at once, so there is nothing to switch for the customer. */
export interface DisplayWords {
  /** BCP 47. */
  readonly lang: string;
  readonly verdicts: Readonly<Record<VerdictName, string>>;
  readonly kinds: Readonly<Record<MaskKind, string>>;
  readonly card: (place: number, of: number) => string;
  readonly total: string;
  readonly totalOfAll: string;
  readonly idle: string;
  readonly reading: string;
  readonly sold: string;
  readonly wait: string;
  readonly serving: string;
  readonly states: Readonly<Record<SellingState, string>>;
  readonly today: {
    readonly digits: Readonly<Record<Today['parity'], string>>;
    readonly children: string;
    readonly comma: string;
  };
  readonly scan: string;
}

export const displayZh: DisplayWords = {
  lang: 'zh-Hant-TW',
  // The customer is not asked to confirm anything: the pharmacist is.
  verdicts: { 'may-buy': '可購買', 'may-not': '不可購買', confirm: '請稍候，核對中' },
  kinds: { adult: '成人口罩', child: '兒童口罩' },
  card: (place, of) => `第 ${place} 張卡，共 ${of} 張`,
  total: '應收',
  totalOfAll: '合計應收',
  idle: '請備妥健保卡',
  reading: '讀取中',
  sold: '謝謝，請取回健保卡',
  wait: '請稍候',
  serving: '現在叫號',
  states: {
    open: '販售中',
    paused: '暫停販售',
    'sold-out': '今日已售完',
    'equipment-broken': '設備故障，暫停販售',
    'closed-today': '今日休息',
  },
  today: {
    digits: { odd: '今天：單號', even: '今天：雙號', all: '今天：不分單雙號' },
    children: '兒童不限',
    comma: '，',
  },
  scan: '請用手機掃描保存',
};

export const displayEn: DisplayWords = {
  lang: 'en',
  verdicts: { 'may-buy': 'You may buy', 'may-not': 'Not today', confirm: 'One moment, checking' },
  kinds: { adult: 'Adult masks', child: 'Child masks' },
  card: (place, of) => `Card ${place} of ${of}`,
  total: 'Total',
  totalOfAll: 'Total of all cards',
  idle: 'Please have your NHI card ready',
  reading: 'Reading',
  sold: 'Thank you. Please take your NHI card',
  wait: 'One moment, please',
  serving: 'Now serving',
  states: {
    open: 'Open',
    paused: 'Sales paused',
    'sold-out': 'Sold out today',
    'equipment-broken': 'Equipment broken, sales paused',
    'closed-today': 'Closed today',
  },
  today: {
    digits: { odd: 'Today: odd', even: 'Today: even', all: 'Today: all digits' },
    children: 'children any day',
    comma: ', ',
  },
  scan: 'Scan with your phone to keep it',
};

/** What stands beneath the Chinese; `null` where Chinese stands alone. */
export const beneath: Readonly<Record<DisplayLanguage, DisplayWords | null>> = {
  zh: null,
  en: displayEn,
  id: displayId,
  vi: displayVi,
  th: displayTh,
};

/** Whose day it is, with the last digits: nobody has to know whether 0 is even. */
export function todayLine({ today: say }: DisplayWords, { parity, binds }: Today): string {
  if (binds === 'nobody' || parity === 'all') return say.digits.all;
  const digits = parity === 'odd' ? '1 3 5 7 9' : '0 2 4 6 8';
  const line = `${say.digits[parity]} ${digits}`;
  return binds === 'adult-cards' ? `${line}${say.comma}${say.children}` : line;
}
