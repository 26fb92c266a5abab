import { grouped, monthDay } from '../../day-format.ts';
import type { Day, PiecesByKind, ReviewCode, VoidReason } from '../terms.ts';

/** 紀錄: receipts, days, and what someone should look at. */
export interface HistoryWords {
  readonly which: string;
  readonly views: Readonly<Record<'receipts' | 'days' | 'weeks' | 'review', string>>;

  readonly number: string;
  readonly numberHint: string;
  readonly byTime: string;
  readonly day: string;
  readonly noReceipts: string;
  readonly searchFirst: string;
  readonly receipt: string;
  readonly sold: string;
  readonly lastThree: string;
  readonly amount: string;
  readonly voided: string;
  readonly byHand: string;
  readonly paper: string;
  readonly voidIt: string;
  readonly voidTitle: (receiptNumber: string) => string;
  readonly voidReason: string;
  readonly reasons: Readonly<Record<VoidReason, string>>;
  readonly voidHint: string;
  readonly voidDone: (receiptNumber: string) => string;
  readonly unclearTimes: string;

  readonly noDays: string;
  /** Of days: whoever came on three of them counts three times. */
  readonly persons: string;
  readonly voids: string;
  readonly toRemit: string;
  readonly closed: string;
  readonly yes: string;
  readonly no: string;
  readonly chart: string;
  readonly saidOf: (name: string, sold: PiecesByKind) => string;
  readonly csvDays: string;
  readonly csvReceipts: string;
  readonly weekChart: string;
  readonly week: string;
  readonly weekOf: (monday: Day) => string;
  readonly weekSoFar: string;
  readonly sellingDays: string;
  readonly compare: string;
  readonly weekBeforeLine: string;
  readonly compared: (day: string, sold: PiecesByKind, before: number) => string;
  readonly thisWeek: (sellingDays: number) => string;
  readonly weekBefore: (sellingDays: number) => string;
  readonly change: string;
  readonly same: string;
  readonly more: (n: number) => string;
  readonly fewer: (n: number) => string;
  readonly lastDays: (days: number) => string;
  readonly range: string;

  readonly why: string;
  readonly whys: Readonly<Record<ReviewCode, string>>;
  readonly reviewOf: string;
  readonly reviewOfs: Readonly<Record<'open' | 'days', string>>;
  readonly noReview: Readonly<Record<'open' | 'days', string>>;
  readonly signOff: string;
  readonly signOffOne: (receiptNumber: string) => string;
  readonly signOffAll: (n: number) => string;
  readonly signedOff: (n: number) => string;
  readonly signedBy: (at: string, by: string | null) => string;
  readonly managerSigns: string;
  readonly pageBefore: string;
  readonly pageNext: string;
}

export const zhHistory: HistoryWords = {
  which: '檢視',
  views: { receipts: '單據', days: '每日', weeks: '每週', review: '待複核' },

  number: '單號',
  numberHint: '全號或末幾碼；7 是今天第 7 筆',
  byTime: '時段',
  day: '日期',
  noReceipts: '查無單據。',
  searchFirst: '輸入單號，或選日期與時段查詢。',
  receipt: '單號',
  sold: '售出（片）',
  lastThree: '末三碼',
  amount: '金額',
  voided: '已作廢',
  byHand: '人工',
  paper: '補登',
  voidIt: '作廢',
  voidTitle: (n) => `作廢單號 ${n}`,
  voidReason: '原因',
  reasons: {
    'wrong-card': '用錯卡片',
    'wrong-kind-or-quantity': '種類或數量錯誤',
    'not-paid': '未付款',
    returned: '退回口罩',
    other: '其他',
  },
  voidHint: '口罩回到庫存，額度退還，並印出作廢單。作廢後無法復原。',
  voidDone: (n) => `單號 ${n} 已作廢。`,
  unclearTimes: '請照「0800」的格式填時間，且先早後晚。',

  noDays: '這段期間沒有紀錄。',
  persons: '人次',
  voids: '作廢',
  toRemit: '應解繳',
  closed: '日結',
  yes: '已結',
  no: '未結',
  chart: '每日售出（片）',
  saidOf: (name, { adult, child }) => `${name}：成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片`,
  csvDays: '下載每日 CSV',
  csvReceipts: '下載單據 CSV',
  weekChart: '每週售出（片）',
  week: '週',
  weekOf: (monday) => `${monthDay(monday)} 起`,
  weekSoFar: '本週至今',
  sellingDays: '販售日',
  compare: '本週與上週（片，按星期對照）',
  weekBeforeLine: '上週',
  compared: (day, { adult, child }, before) =>
    `${day}：本週成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片，上週共 ${grouped(before)} 片`,
  thisWeek: (days) => `近 7 日（至昨天，${days} 個販售日）`,
  weekBefore: (days) => `前 7 日（${days} 個販售日）`,
  change: '增減',
  same: '相同',
  more: (n) => `多 ${grouped(n)}`,
  fewer: (n) => `少 ${grouped(n)}`,
  lastDays: (days) => `近 ${days} 日`,
  range: '期間',

  why: '原因',
  whys: {
    paper: '紙本補登',
    'card-unreadable': '晶片無法讀取',
    'identity-card': '持身分證',
    'household-register': '持戶口名簿',
    'residence-certificate': '持居留證',
    'entry-permit': '持入出境許可證',
    'bought-recently': '期間內重複購買',
    'not-your-weekday': '單雙號不符',
    'too-many-cards': '超過可持卡數',
    'sold-out': '超過庫存',
    'scheme-not-in-force': '當時無適用規定',
  },
  reviewOf: '範圍',
  reviewOfs: { open: '尚未複核', days: '依日期' },
  noReview: { open: '沒有尚未複核的單據。', days: '這段期間沒有需複核的單據。' },
  signOff: '已複核',
  signOffOne: (n) => `單號 ${n} 已複核`,
  signOffAll: (n) => `這 ${grouped(n)} 筆都已複核`,
  signedOff: (n) => `${grouped(n)} 筆已複核。`,
  signedBy: (at, by) => `${at} ${by ?? ''}已複核`,
  managerSigns: '複核須由店長登入後辦理。',
  pageBefore: '上一頁',
  pageNext: '下一頁',
};

const sellingDays = (days: number): string => (days === 1 ? '1 selling day' : `${days} selling days`);

export const enHistory: HistoryWords = {
  which: 'View',
  views: { receipts: 'Receipts', days: 'Days', weeks: 'Weeks', review: 'To review' },

  number: 'Number',
  numberHint: 'last digits will do',
  byTime: 'Time',
  day: 'Day',
  noReceipts: 'No receipts found.',
  searchFirst: 'Key in a number, or choose a day and times.',
  receipt: 'Receipt',
  sold: 'Masks',
  lastThree: 'ID',
  amount: 'Amount',
  voided: 'Voided',
  byHand: 'by hand',
  paper: 'paper',
  voidIt: 'Void',
  voidTitle: (n) => `Void receipt ${n}`,
  voidReason: 'Reason',
  reasons: {
    'wrong-card': 'Wrong card',
    'wrong-kind-or-quantity': 'Wrong kind or quantity',
    'not-paid': 'Not paid',
    returned: 'Masks returned',
    other: 'Other',
  },
  voidHint: 'Masks and quota are given back, and a void slip is printed. A void cannot be undone.',
  voidDone: (n) => `Receipt ${n} is voided.`,
  unclearTimes: 'Key in times such as 0800, the earlier one first.',

  noDays: 'Nothing in this time.',
  persons: 'Person-days',
  voids: 'Voids',
  toRemit: 'To remit',
  closed: 'Close',
  yes: 'Closed',
  no: 'Open',
  chart: 'Sold by day (masks)',
  saidOf: (name, { adult, child }) => `${name}: ${grouped(adult)} adult, ${grouped(child)} child`,
  csvDays: 'Days as CSV',
  csvReceipts: 'Receipts as CSV',
  weekChart: 'Sold by week (masks)',
  week: 'Week',
  weekOf: (monday) => `from ${monthDay(monday)}`,
  weekSoFar: 'this week so far',
  sellingDays: 'Selling days',
  compare: 'This week and the one before (masks, by weekday)',
  weekBeforeLine: 'Week before',
  compared: (day, { adult, child }, before) =>
    `${day}: ${grouped(adult)} adult, ${grouped(child)} child; ${grouped(before)} the week before`,
  thisWeek: (days) => `7 days to yesterday (${sellingDays(days)})`,
  weekBefore: (days) => `7 days before (${sellingDays(days)})`,
  change: 'Change',
  same: 'Same',
  more: (n) => `+${grouped(n)}`,
  fewer: (n) => `−${grouped(n)}`,
  lastDays: (days) => `${days} days`,
  range: 'Range',

  why: 'Why',
  whys: {
    paper: 'From paper',
    'card-unreadable': 'Chip unreadable',
    'identity-card': 'Identity card',
    'household-register': 'Household register',
    'residence-certificate': 'Residence certificate',
    'entry-permit': 'Entry permit',
    'bought-recently': 'Bought twice',
    'not-your-weekday': 'Wrong weekday',
    'too-many-cards': 'Too many cards',
    'sold-out': 'Beyond stock',
    'scheme-not-in-force': 'No rule in force',
  },
  reviewOf: 'Which',
  reviewOfs: { open: 'Not reviewed', days: 'By day' },
  noReview: { open: 'Nothing waits for a review.', days: 'Nothing to review in this time.' },
  signOff: 'Reviewed',
  signOffOne: (n) => `Receipt ${n} is reviewed`,
  signOffAll: (n) => (n === 1 ? 'This one is reviewed' : `These ${grouped(n)} are reviewed`),
  signedOff: (n) => `${grouped(n)} reviewed.`,
  signedBy: (at, by) => `reviewed ${at}${by ? ` by ${by}` : ''}`,
  managerSigns: 'A manager signs in to sign off.',
  pageBefore: 'Page before',
  pageNext: 'Next page',
};
