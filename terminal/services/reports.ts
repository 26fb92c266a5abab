import type { DayClosed, DayFigures } from '#protocol';
import {
  type BusinessDay,
  businessDayOf,
  type CardRole,
  type IdentifiedBy,
  type Instant,
  type MaskKind,
  maskedIdNumber,
  type OperatorId,
  timeOfDay,
} from '#rules';
import type { Receipt, SaleRecord, Store } from '#store';
import { byteOrderMark, type CsvField, csvLine } from './csv.ts';
import type { DayClosing } from './day-closing.ts';
import { voidReasonNames } from './documents/slip-parts.ts';

/** Where the tables come from. */
export interface ReportSource {
  readonly store: Store;
  readonly dayClosing: Pick<DayClosing, 'figures'>;
}

interface Column<Row> {
  readonly name: string;
  readonly field: (row: Row) => CsvField;
}

/** A line a day; days without any movement are left out. Made as it is read, so a year takes no more room than a day. */
export function* daysReport(
  { store, dayClosing }: ReportSource,
  from: BusinessDay,
  until: BusinessDay,
): Generator<string> {
  yield byteOrderMark + head(dayColumns);
  for (const day of store.figures.daysBetween(from, until)) {
    const close = store.dayCloses.of(day).at(-1)?.closed ?? null;
    yield line(dayColumns, { day, figures: dayClosing.figures(day), close });
  }
}

/** A line for each card that bought, day by day. */
export function* salesReport(
  { store }: ReportSource,
  from: BusinessDay,
  until: BusinessDay,
): Generator<string> {
  yield byteOrderMark + head(saleColumns);
  const names = new Map(store.operators.all().map(({ operatorId, name }) => [operatorId, name]));
  const nameOf = (id: OperatorId | null) => (id === null ? '' : (names.get(id) ?? ''));
  for (const day of store.figures.daysBetween(from, until)) {
    for (const receipt of store.sales.receiptsOn(day)) {
      for (const [i, sale] of receipt.lines.entries()) {
        yield line(saleColumns, { receipt, sale, place: i + 1, nameOf });
      }
    }
  }
}

const head = <R>(columns: readonly Column<R>[]): string => csvLine(columns.map(({ name }) => name));
const line = <R>(columns: readonly Column<R>[], row: R): string =>
  csvLine(columns.map(({ field }) => field(row)));

interface DayRow {
  readonly day: BusinessDay;
  /** The one that counts; `null` while there is none. */
  readonly close: DayClosed | null;
  readonly figures: DayFigures;
}

const dayColumns: readonly Column<DayRow>[] = [
  { name: '日期', field: ({ day }) => day },
  { name: '成人售出片數', field: ({ figures }) => figures.sold.adult },
  { name: '兒童售出片數', field: ({ figures }) => figures.sold.child },
  { name: '成人銷售筆數', field: ({ figures }) => figures.sales.adult },
  { name: '兒童銷售筆數', field: ({ figures }) => figures.sales.child },
  { name: '銷售金額', field: ({ figures }) => figures.salesAmount },
  { name: '作廢單數', field: ({ figures }) => figures.voids.receipts },
  { name: '作廢金額', field: ({ figures }) => figures.voids.amount },
  { name: '應解繳金額', field: ({ figures }) => figures.toRemit },
  { name: '服務人數', field: ({ figures }) => figures.persons },
  { name: '人工登錄筆數', field: ({ figures }) => figures.byHand },
  { name: '紙本補登筆數', field: ({ figures }) => figures.paper },
  { name: '累計販售日', field: ({ figures }) => figures.sellingDay },
  { name: '包裝補助', field: ({ figures }) => figures.subsidy },
  { name: '成人進貨片數', field: ({ figures }) => figures.received.adult },
  { name: '兒童進貨片數', field: ({ figures }) => figures.received.child },
  { name: '成人調整片數', field: ({ figures }) => figures.adjusted.adult },
  { name: '兒童調整片數', field: ({ figures }) => figures.adjusted.child },
  { name: '日結次數', field: ({ close }) => close?.number ?? '' },
  { name: '實點現金', field: ({ close }) => close?.countedCash ?? '' },
  { name: '實點成人片數', field: ({ close }) => close?.countedStock.adult ?? '' },
  { name: '實點兒童片數', field: ({ close }) => close?.countedStock.child ?? '' },
];

interface SaleRow {
  readonly receipt: Receipt;
  readonly sale: SaleRecord;
  /** Of this card within its receipt, from 1. */
  readonly place: number;
  readonly nameOf: (id: OperatorId | null) => string;
}

const saleColumns: readonly Column<SaleRow>[] = [
  { name: '單號', field: ({ receipt }) => receipt.receiptNumber },
  { name: '卡序', field: ({ place }) => place },
  { name: '日期', field: ({ receipt }) => receipt.day },
  { name: '時間', field: ({ receipt }) => timeOfDay(receipt.soldAt) },
  { name: '證號', field: ({ sale }) => maskedIdNumber(sale.lastThree) },
  { name: '口罩', field: ({ sale }) => kinds[sale.kind] },
  { name: '片數', field: ({ sale }) => sale.pieces },
  { name: '單價', field: ({ sale }) => sale.unitPrice },
  { name: '金額', field: ({ sale }) => sale.pieces * sale.unitPrice },
  { name: '購買人', field: ({ sale }) => roles[sale.role] },
  { name: '身分確認', field: ({ sale }) => identifications[sale.identifiedBy] },
  { name: '紙本行號', field: ({ receipt }) => receipt.formLine ?? '' },
  { name: '待複核', field: ({ sale }) => (sale.contested === null ? '' : '與規定不符') },
  { name: '作廢時間', field: ({ receipt }) => (receipt.voided ? moment(receipt.voided.at) : '') },
  {
    name: '作廢原因',
    field: ({ receipt }) => (receipt.voided ? voidReasonNames[receipt.voided.reason] : ''),
  },
  { name: '作廢備註', field: ({ receipt }) => receipt.voided?.note ?? '' },
  { name: '作廢經手人', field: ({ receipt, nameOf }) => nameOf(receipt.voided?.by ?? null) },
  { name: '經手人', field: ({ receipt, nameOf }) => nameOf(receipt.by) },
];

const kinds: Readonly<Record<MaskKind, string>> = { adult: '成人', child: '兒童' };
const roles: Readonly<Record<CardRole, string>> = {
  own: '本人',
  'proxy-adult': '代購（成人卡）',
  'proxy-child': '代購（兒童卡）',
};
const identifications: Readonly<Record<IdentifiedBy, string>> = {
  chip: '健保卡',
  'residence-certificate': '居留證',
  'entry-permit': '入出境許可證',
  'identity-card': '身分證',
  'household-register': '戶口名簿',
  'card-unreadable': '健保卡（人工登錄）',
};

/** With the date first and in full, as a spreadsheet understands it. */
const moment = (at: Instant): string => `${businessDayOf(at)} ${timeOfDay(at)}`;
