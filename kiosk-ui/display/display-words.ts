import type { MaskKind, Today, VerdictName } from '../wall.ts';
import { en } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import { zh } from '../words/zh.ts';

const sentence = (today: ReturnType<Words['today']>, digits: string, comma: string): string =>
  [`${today.digits}${digits}`, today.children].filter(Boolean).join(comma);

/** The last digits whose day it is; nobody has to know whether 0 is even. */
function digitsOf({ parity, binds }: Today): string {
  if (binds === 'nobody' || parity === 'all') return '';
  return parity === 'odd' ? ' 1 3 5 7 9' : ' 0 2 4 6 8';
}

/** What the customer's display says. It shows both languages at once, so there is nothing to switch. */
export interface DisplayWords {
  readonly verdicts: Readonly<Record<VerdictName, string>>;
  readonly kinds: Readonly<Record<MaskKind, string>>;
  readonly total: string;
  readonly idle: string;
  readonly reading: string;
  readonly sold: string;
  readonly wait: string;
  readonly today: (today: Today) => string;
}

export const displayZh: DisplayWords = {
  // The customer is not asked to confirm anything: the pharmacist is.
  verdicts: { ...zh.verdicts, confirm: '請稍候，核對中' },
  kinds: zh.kinds,
  total: zh.total,
  idle: '請備妥健保卡',
  reading: '讀取中',
  sold: '謝謝，請取回健保卡',
  wait: '請稍候',
  today: (today) => sentence(zh.today(today), digitsOf(today), '，'),
};

export const displayEn: DisplayWords = {
  verdicts: {
    ...en.verdicts,
    'may-buy': 'You may buy',
    'may-not': 'Not today',
    confirm: 'One moment, checking',
  },
  kinds: en.kinds,
  total: en.total,
  idle: 'Please have your NHI card ready',
  reading: 'Reading',
  sold: 'Thank you. Please take your NHI card',
  wait: 'One moment, please',
  today: (today) => sentence(en.today(today), digitsOf(today), ', '),
};
