import { grouped, monthDay } from '../../day-format.ts';
import type { Day, PiecesByKind } from '../terms.ts';

/** 日結. */
export interface DayCloseWords {
  readonly choose: string;
  readonly other: string;
  readonly nothingToClose: string;
  readonly moreToClose: (days: number) => string;
  readonly figures: (day: string) => string;
  readonly sold: string;
  readonly persons: string;
  readonly voids: string;
  readonly byHand: string;
  readonly paper: string;
  readonly received: string;
  readonly adjusted: string;
  readonly sellingDay: string;
  readonly subsidy: string;
  readonly unsent: string;
  readonly unsentCount: (n: number) => string;
  readonly signedPieces: (pieces: PiecesByKind) => string;

  readonly counting: string;
  readonly booked: string;
  readonly counted: string;
  readonly difference: string;
  readonly cash: string;
  readonly matches: string;
  readonly cashMore: (dollars: number) => string;
  readonly cashLess: (dollars: number) => string;
  readonly more: (pieces: number) => string;
  readonly fewer: (pieces: number) => string;
  readonly toReview: string;
  readonly review: (day: Day) => string;
  readonly unclear: string;
  readonly allMatches: string;
  readonly checked: string;
  readonly closeIt: string;
  readonly tickFirst: string;
  readonly closed: (day: Day) => string;

  readonly closes: (day: string) => string;
  readonly neverClosed: string;
  readonly closeNumber: (n: number) => string;
  readonly recent: string;
  readonly isClosed: string;
  readonly isOpen: string;
  readonly remit: string;

  readonly report: string;
  readonly reportHint: string;
  readonly daysReport: string;
  readonly salesReport: string;
  readonly reportSaved: string;
  readonly reportRefused: string;
  readonly reportLost: string;
}

export const zhDayClose: DayCloseWords = {
  choose: '日結日期',
  other: '其他日期',
  nothingToClose: '沒有待日結的日子。',
  moreToClose: (days) => `另有 ${grouped(days)} 天待日結`,
  figures: (day) => `${day}的數字`,
  sold: '售出',
  persons: '購買人數',
  voids: '作廢',
  byHand: '人工登錄',
  paper: '補登',
  received: '進貨',
  adjusted: '盤點與移轉',
  sellingDay: '累計販售日',
  subsidy: '包裝補助',
  unsent: '未上傳',
  unsentCount: (n) => (n === 0 ? '無' : `${grouped(n)} 筆`),
  signedPieces: ({ adult, child }) => `成人 ${plusMinus(adult)}、兒童 ${plusMinus(child)}`,

  counting: '清點',
  booked: '帳上',
  counted: '實點',
  difference: '差異',
  cash: '口罩帳款',
  matches: '相符',
  cashMore: (n) => `多 ${grouped(n)} 元`,
  cashLess: (n) => `少 ${grouped(n)} 元`,
  more: (n) => `多 ${grouped(n)} 片`,
  fewer: (n) => `少 ${grouped(n)} 片`,
  toReview: '核對',
  review: (day) => `${monthDay(day)} 日結，請核對`,
  unclear: '請填帳款與兩種口罩的實點數。',
  allMatches: '帳款與庫存都相符。',
  checked: '已核對（空白鍵勾選）',
  closeIt: '日結並列印',
  tickFirst: '請先勾選「已核對」。',
  closed: (day) => `${monthDay(day)} 已日結，日結單列印中。`,

  closes: (day) => `${day}的日結`,
  neverClosed: '這一天尚未日結。',
  closeNumber: (n) => `第 ${n} 次`,
  recent: '最近日結',
  isClosed: '已日結',
  isOpen: '未日結',
  remit: '應解繳',

  report: '匯出報表',
  reportHint: 'CSV 檔，可用試算表開啟。',
  daysReport: '每日彙總',
  salesReport: '銷售明細',
  reportSaved: '報表已下載。',
  reportRefused: '報表無法產生，請重新登入後再試。',
  reportLost: '連線中斷，恢復後請再試一次。',
};

function plusMinus(n: number): string {
  return n > 0 ? `+${grouped(n)}` : n < 0 ? `−${grouped(-n)}` : '0';
}

export const enDayClose: DayCloseWords = {
  choose: 'Day to close',
  other: 'Another day',
  nothingToClose: 'No day is waiting to be closed.',
  moreToClose: (days) => `${grouped(days)} more to close`,
  figures: (day) => `Figures of ${day}`,
  sold: 'Sold',
  persons: 'Persons',
  voids: 'Voids',
  byHand: 'By hand',
  paper: 'From paper',
  received: 'Goods in',
  adjusted: 'Counts and moves',
  sellingDay: 'Selling day',
  subsidy: 'Packing subsidy',
  unsent: 'Not sent yet',
  unsentCount: (n) => (n === 0 ? 'None' : grouped(n)),
  signedPieces: ({ adult, child }) => `adult ${plusMinus(adult)}, child ${plusMinus(child)}`,

  counting: 'Counting',
  booked: 'Booked',
  counted: 'Counted',
  difference: 'Difference',
  cash: 'Takings',
  matches: 'Matches',
  cashMore: (n) => `NT$${grouped(n)} over`,
  cashLess: (n) => `NT$${grouped(n)} short`,
  more: (n) => `${grouped(n)} more`,
  fewer: (n) => `${grouped(n)} fewer`,
  toReview: 'Review',
  review: (day) => `Close of ${monthDay(day)}: please check`,
  unclear: 'Key in the takings and both counts.',
  allMatches: 'Takings and stock match.',
  checked: 'Checked (space bar ticks)',
  closeIt: 'Close and print',
  tickFirst: 'Please tick Checked first.',
  closed: (day) => `${monthDay(day)} is closed; the slip is being printed.`,

  closes: (day) => `Closes of ${day}`,
  neverClosed: 'This day is not closed yet.',
  closeNumber: (n) => `No. ${n}`,
  recent: 'Latest closes',
  isClosed: 'Closed',
  isOpen: 'Not closed',
  remit: 'To remit',

  report: 'Reports',
  reportHint: 'CSV files for a spreadsheet.',
  daysReport: 'Days',
  salesReport: 'Sales',
  reportSaved: 'The report is saved.',
  reportRefused: 'No report was given. Please sign in again.',
  reportLost: 'Connection lost. Please try again once it is back.',
};
