import type { ReceiptDocument, ReceiptLine } from '#printer';
import { maskedIdNumber, rocDate, timeOfDay } from '#rules';
import type { SaleRecord } from '#store';
import { nextDayAfter } from './selling.ts';

/** What the slip says of the shop. */
export interface Outlet {
  readonly code: string;
  readonly name: string;
}

const kindNames = { adult: '成人口罩', child: '兒童口罩' } as const;

/** The slip of one sale: a proof of purchase, made so that nobody takes it for an invoice. `copy` 0 is the original. */
export function receiptDocument(sale: SaleRecord, outlet: Outlet, copy: number): ReceiptDocument {
  const lines: ReceiptLine[] = [
    ...(copy > 0 ? [copyLine(copy), space] : []),
    { type: 'text', text: outlet.name, align: 'center', size: 'double', bold: true },
    space,
    { type: 'text', text: '實名制口罩購買證明', align: 'center' },
    { type: 'rule' },
    { type: 'pair', label: '單號', value: sale.receiptNumber },
    { type: 'pair', label: '日期', value: `${rocDate(sale.day)} ${timeOfDay(sale.at)}` },
    { type: 'pair', label: '機構代碼', value: outlet.code },
    { type: 'pair', label: '證號', value: maskedIdNumber(sale.lastThree) },
    { type: 'rule' },
    {
      type: 'pair',
      label: `${kindNames[sale.kind]} ${sale.pieces} 片 × ${sale.unitPrice} 元`,
      value: `${sale.pieces * sale.unitPrice} 元`,
    },
    { type: 'pair', label: '合計', value: `NT$ ${sale.pieces * sale.unitPrice}`, bold: true },
    { type: 'rule' },
    { type: 'text', text: '下次可購買日', align: 'center' },
    { type: 'text', text: rocDate(nextDayAfter(sale)), align: 'center', size: 'double', bold: true },
    space,
    { type: 'text', text: '政府徵用口罩代售，免開統一發票', align: 'center' },
    { type: 'text', text: `驗證碼 ${shortTag(sale.hash)}`, align: 'center' },
    ...(copy > 0 ? [space, copyLine(copy)] : []),
  ];
  return { lines };
}

const space: ReceiptLine = { type: 'space' };

const copyLine = (copy: number): ReceiptLine => ({
  type: 'text',
  text: `補印 COPY ${copy}`,
  align: 'center',
  size: 'double',
  bold: true,
});

/** `3F9A-0C21`: the head of the journal entry's hash, enough to match a slip with its entry. */
export const shortTag = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
