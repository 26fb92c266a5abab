import { grouped } from '../../day-format.ts';
import type { MaskKind } from '../wall.ts';
import { counted } from './counted-en.ts';

/** The rules: announced, written and tried. */
export interface PolicyWords {
  readonly standing: string;
  readonly none: string;
  readonly number: (number: number) => string;
  readonly from: string;
  readonly write: string;
  readonly effective: string;
  readonly id: string;
  readonly pieces: (kind: string) => string;
  readonly days: (kind: string) => string;
  readonly childAge: string;
  readonly childMasks: string;
  readonly childMasksFor: Readonly<Record<'child-cards' | 'any-card', string>>;
  readonly weekday: string;
  readonly weekdayBinds: Readonly<Record<'everybody' | 'adult-cards' | 'nobody', string>>;
  readonly price: string;
  readonly proxyAdult: string;
  readonly proxyChild: string;
  readonly tickets: string;
  readonly promised: Readonly<Record<'left-out' | 'counted', string>>;
  /** At a field that has to be filled in. */
  readonly missing: string;
  readonly try: string;
  readonly trying: string;
  readonly announce: string;
  readonly sure: string;
  readonly announced: (number: number) => string;
  readonly tryFirst: string;
  readonly cards: string;
  readonly card: (age: 'adult' | 'child', bornIn: number, digit: number, daysAgo: number | null) => string;
  readonly mayNot: string;
  readonly offer: (kind: MaskKind, most: number) => string;
  readonly yesterday: (day: string) => string;
  readonly yesterdayHint: string;
  readonly sales: string;
  readonly unchanged: string;
  readonly fewer: string;
  readonly more: string;
  readonly tooEarly: string;
  readonly salesAndPieces: (sales: number, pieces: number) => string;
}

export const policyZh: PolicyWords = {
  standing: '已公布的規定',
  none: '尚未公布任何規定，各櫃檯依內建的 2020 年 3 月規定販售。',
  number: (number) => `第 ${number} 號`,
  from: '生效',
  write: '撰寫新規定',
  effective: '生效時刻（台北時間）',
  id: '名稱',
  pieces: (kind) => `${kind}每次片數`,
  days: (kind) => `${kind}間隔天數`,
  childAge: '幾歲以下為兒童（當年減出生年）',
  childMasks: '兒童口罩',
  childMasksFor: { 'child-cards': '限兒童健保卡', 'any-card': '任何健保卡' },
  weekday: '單雙號',
  weekdayBinds: { everybody: '人人依單雙號', 'adult-cards': '只有成人依單雙號', nobody: '不分單雙號' },
  price: '每片價格（元）',
  proxyAdult: '可代購成人卡張數',
  proxyChild: '可代購兒童卡張數',
  tickets: '公開數量與號碼牌',
  promised: { 'left-out': '扣除已發號碼牌', counted: '包含已發號碼牌' },
  missing: '請填寫這一欄',
  try: '試算',
  trying: '試算中，全國昨日的購買逐筆重算',
  announce: '簽章並公布',
  sure: '公布後無法收回，所有櫃檯會在生效時刻同時切換。確定公布？',
  announced: (n) => `已公布為第 ${n} 號`,
  tryFirst: '先試算，看過結果再公布。',
  cards: '代表性的健保卡：舊規定 → 新規定',
  card: (kind, bornIn, digit, daysAgo) =>
    `${kind === 'adult' ? '成人' : '兒童'} ${bornIn} 年生、尾數 ${digit}${daysAgo === null ? '' : `、${daysAgo} 天前買過`}`,
  mayNot: '不可',
  offer: (kind, most) => `${kind === 'adult' ? '成' : '童'}${most}`,
  yesterday: (of) => `若 ${of} 就依新規定`,
  yesterdayHint: '只試算片數與間隔：中央不知道任何人的生日與尾數。',
  sales: '昨日購買',
  unchanged: '不變',
  fewer: '會買到較少',
  more: '可以買到較多',
  tooEarly: '間隔未到而不能買',
  salesAndPieces: (sales, pieces) => `${grouped(sales)} 筆，${grouped(pieces)} 片`,
};

export const policyEn: PolicyWords = {
  standing: 'Announced rules',
  none: 'Nothing was announced. Tills sell by the rules of March 2020 that they come with.',
  number: (number) => `No. ${number}`,
  from: 'In force from',
  write: 'Write new rules',
  effective: 'In force from (Taipei time)',
  id: 'Name',
  pieces: (kind) => `${kind}: pieces at once`,
  days: (kind) => `${kind}: days between`,
  childAge: 'A child up to (year less year of birth)',
  childMasks: "Children's masks",
  childMasksFor: { 'child-cards': "Children's cards only", 'any-card': 'Any card' },
  weekday: 'Odd and even days',
  weekdayBinds: { everybody: 'For everybody', 'adult-cards': 'For adults only', nobody: 'For nobody' },
  price: 'NT$ a piece',
  proxyAdult: "Others' adult cards",
  proxyChild: "Others' child cards",
  tickets: 'Public figure and tickets',
  promised: { 'left-out': 'Without promised pieces', counted: 'With promised pieces' },
  missing: 'Please fill this in',
  try: 'Try',
  trying: "Trying it on all of yesterday's sales",
  announce: 'Sign and announce',
  sure: 'It cannot be taken back: every till switches at that second. Announce it?',
  announced: (n) => `Announced as number ${n}`,
  tryFirst: 'Try it first, and look at what would change.',
  cards: 'Cards that stand for everybody: before → after',
  card: (kind, bornIn, digit, daysAgo) =>
    `${kind === 'adult' ? 'Adult' : 'Child'} born ${bornIn}, digit ${digit}${daysAgo === null ? '' : `, bought ${daysAgo} days before`}`,
  mayNot: 'no',
  offer: (kind, most) => `${kind === 'adult' ? 'A' : 'C'}${most}`,
  yesterday: (of) => `Had they been in force on ${of}`,
  yesterdayHint: "Pieces and intervals only: the centre knows nobody's birth year or digit.",
  sales: 'Sales',
  unchanged: 'Unchanged',
  fewer: 'Fewer pieces',
  more: 'More pieces',
  tooEarly: 'Too early to buy',
  salesAndPieces: (sales, pieces) =>
    `${counted(sales, 'sale', 'sales')}, ${counted(pieces, 'piece', 'pieces')}`,
};
