import type { GlanceView } from '#api';
import { clockTime, grouped, monthDay } from '../../day-format.ts';
import { dayAfter } from '../days.ts';
import type { Day, Instant, PiecesByKind } from '../terms.ts';

/** Of one kind: what the centre announced (`null`: nothing), what of it came, and what came besides. */
export interface GoodsCame {
  readonly announced: number | null;
  readonly received: number;
  readonly besides: number;
}

/** What the manager's page and a phone both say of how the day goes. */
export interface GlanceWords {
  readonly available: string;
  readonly promised: string;
  readonly onHand: string;
  readonly notYetOnSale: string;
  readonly runsOut: string;
  readonly runsOutWhen: Readonly<Record<Exclude<GlanceView['runsOut']['adult']['when'], 'today'>, string>>;
  readonly runsOutAt: (at: Instant) => string;
  readonly runsOutSoon: string;
  readonly byHour: string;
  readonly hour: (hour: number, sold: PiecesByKind, usual: number | null) => string;
  readonly nothingYet: string;
  readonly usual: string;
  readonly persons: string;
  readonly personsCount: (n: number) => string;
  readonly lastHour: string;
  /** Of visits: one person may bring five cards. */
  readonly visitsCount: (n: number) => string;
  readonly waiting: string;
  readonly waitingCount: (n: number) => string;
  /** Of goods by the day on which they go on sale. */
  readonly onSaleToday: string;
  readonly onSaleNext: (day: Day, today: Day) => string;
  readonly goodsCount: (came: GoodsCame) => string;
}

const isTomorrow = (day: Day, today: Day): boolean => day === dayAfter(today, 1);

export const zhGlance: GlanceWords = {
  available: '可售',
  promised: '號碼牌保留',
  onHand: '店內庫存',
  notYetOnSale: '未到販售日',
  runsOut: '預計售完',
  runsOutWhen: { gone: '已無可售', 'not-today': '今天足夠', unknown: '尚無法估計' },
  runsOutAt: (at) => `約 ${clockTime(at)}`,
  runsOutSoon: '即將售完',
  byHour: '各時段售出（片）',
  hour: (hour, { adult, child }, usual) =>
    `${hour} 時：成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片${
      usual === null ? '' : `，平常共 ${grouped(Math.round(usual))} 片`
    }`,
  nothingYet: '今天尚未售出，也沒有前兩週的紀錄可比較。',
  usual: '平常（前兩週平均）',
  persons: '購買人數',
  personsCount: (n) => `${grouped(n)} 人`,
  lastHour: '近 1 小時服務',
  visitsCount: (n) => `${grouped(n)} 組`,
  waiting: '號碼牌未領',
  waitingCount: (n) => (n === 0 ? '無' : `${grouped(n)} 張`),
  onSaleToday: '今天開賣',
  onSaleNext: (day, today) => (isTomorrow(day, today) ? '明天開賣' : `${monthDay(day)} 開賣`),
  goodsCount: ({ announced, received, besides }) =>
    announced === null
      ? `${grouped(besides)} 片`
      : `${grouped(received)}／預告 ${grouped(announced)} 片${besides > 0 ? `，另 ${grouped(besides)} 片` : ''}`,
};

export const enGlance: GlanceWords = {
  available: 'Available',
  promised: 'By ticket',
  onHand: 'On hand',
  notYetOnSale: 'Not yet on sale',
  runsOut: 'Runs out',
  runsOutWhen: { gone: 'nothing left', 'not-today': 'not today', unknown: 'not known yet' },
  runsOutAt: (at) => `about ${clockTime(at)}`,
  runsOutSoon: 'any minute',
  byHour: 'Sold by hour (masks)',
  hour: (hour, { adult, child }, usual) =>
    `${hour}:00: ${grouped(adult)} adult, ${grouped(child)} child${
      usual === null ? '' : `, usually ${grouped(Math.round(usual))} together`
    }`,
  nothingYet: 'Nothing sold today yet, and no day of the last two weeks to compare with.',
  usual: 'Usual day (two weeks)',
  persons: 'Persons',
  personsCount: grouped,
  lastHour: 'Served in the last hour',
  visitsCount: (n) => (n === 1 ? '1 visit' : `${grouped(n)} visits`),
  waiting: 'Tickets not redeemed',
  waitingCount: (n) => (n === 0 ? 'None' : grouped(n)),
  onSaleToday: 'For sale today',
  onSaleNext: (day, today) => (isTomorrow(day, today) ? 'For sale tomorrow' : `For sale ${monthDay(day)}`),
  goodsCount: ({ announced, received, besides }) =>
    announced === null
      ? grouped(besides)
      : `${grouped(received)} of ${grouped(announced)}${besides > 0 ? `, ${grouped(besides)} besides` : ''}`,
};
