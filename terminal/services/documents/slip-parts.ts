import type { ReceiptDocument, ReceiptLine } from '#printer';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type Instant,
  type MaskKind,
  maskedIdNumber,
  type Purchase,
  rocDate,
  timeOfDay,
  type VoidReason,
  weekdayOf,
} from '#rules';
import { amountOf, type SaleRecord } from '#store';
import type { Purpose } from '../till.ts';

/** What slips say of the shop. */
export interface Outlet {
  readonly code: string;
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

/** What every slip is told besides what it is about. */
export interface SlipFrame {
  readonly outlet: Outlet;
  /** A drill's slips say 練習 at their head and at their foot. */
  readonly purpose: Purpose;
  /** 0 is the original; every further one is marked. */
  readonly copy: number;
}

export const kindNames: Readonly<Record<MaskKind, string>> = { adult: '成人口罩', child: '兒童口罩' };

export const voidReasonNames: Readonly<Record<VoidReason, string>> = {
  'wrong-card': '用錯卡片',
  'wrong-kind-or-quantity': '種類或片數錯誤',
  'not-paid': '未付款',
  returned: '退回口罩',
  other: '其他',
};

export const space: ReceiptLine = { type: 'space' };
export const rule: ReceiptLine = { type: 'rule' };
export const pair = (label: string, value: string): ReceiptLine => ({ type: 'pair', label, value });
export const boldPair = (label: string, value: string): ReceiptLine => ({
  ...{ type: 'pair', label, value, bold: true },
});
export const centred = (text: string): ReceiptLine => ({ type: 'text', text, align: 'center' });
export const boldCentred = (text: string): ReceiptLine => ({
  ...{ type: 'text', text, align: 'center', bold: true },
});
/** The one thing on a slip that is read from afar. */
export const large = (text: string): ReceiptLine => ({
  ...{ type: 'text', text, align: 'center', size: 'double', bold: true },
});

/** The shop's name, and what kind of slip this is. */
export const title = ({ outlet }: SlipFrame, text: string): readonly ReceiptLine[] => [
  large(outlet.name),
  space,
  centred(text),
];

/** Puts around a slip what must not be overlooked: that it is practice, that it is a copy. */
export function framed(lines: readonly ReceiptLine[], { purpose, copy }: SlipFrame): ReceiptDocument {
  const drill = purpose === 'drill' ? [large('練習')] : [];
  const again = copy > 0 ? [large(`補印 COPY ${copy}`)] : [];
  const around = drill.length + again.length > 0 ? [space] : [];
  return { lines: [...drill, ...again, ...around, ...lines, ...around, ...again, ...drill] };
}

export const money = (amount: number): string => `NT$ ${grouped(amount)}`;
/** `1,234`, and `-5`. */
export const grouped = (number: number): string => number.toLocaleString('en-US');
export const signed = (number: number): string => (number > 0 ? `+${grouped(number)}` : grouped(number));

export const moment = (at: Instant): string => `${rocDate(businessDayOf(at))} ${timeOfDay(at)}`;
const weekdays = '日一二三四五六';
export const dayWithWeekday = (day: BusinessDay): string =>
  `${rocDate(day)} (${weekdays.charAt(weekdayOf(day))})`;

/** The day from which the holder may buy again after this purchase. */
export const nextDayAfter = ({ day, intervalDays }: Pick<Purchase, 'day' | 'intervalDays'>): BusinessDay =>
  addDays(day, intervalDays);

/** `3F9A-0C21`: the head of a journal entry's hash, enough to match a slip with its entry. */
export const shortTag = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();

/** Whose card a line is: the buyer's own, or of someone for whom they buy. */
export const whose = ({ role, lastThree }: Pick<SaleRecord, 'role' | 'lastThree'>): ReceiptLine =>
  pair(role === 'own' ? '證號' : '證號（代購）', maskedIdNumber(lastThree));

/** `成人口罩 3 片 × 5 元`, and what it came to; given back, less than nothing. */
export function goods(line: SaleRecord, way: 'sold' | 'taken-back'): ReceiptLine {
  const amount = amountOf([line]) * (way === 'sold' ? 1 : -1);
  return pair(`${kindNames[line.kind]} ${line.pieces} 片 × ${line.unitPrice} 元`, `${amount} 元`);
}
