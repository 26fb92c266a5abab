import type { GlanceView } from '#api';
import { clockTime, grouped } from '../../day-format.ts';
import type { Instant, PiecesByKind } from '../terms.ts';

/** What the manager's page and a phone both say of how the day goes. */
export interface GlanceWords {
  readonly available: string;
  readonly promised: string;
  readonly onHand: string;
  readonly notYetOnSale: string;
  readonly runsOut: string;
  readonly runsOutWhen: Readonly<Record<Exclude<GlanceView['runsOut']['adult']['when'], 'today'>, string>>;
  readonly runsOutAt: (at: Instant) => string;
  readonly byHour: string;
  readonly hour: (hour: number, sold: PiecesByKind, usual: number | null) => string;
  readonly nothingYet: string;
  readonly usual: string;
  readonly persons: string;
  readonly personsCount: (n: number) => string;
  readonly lastHour: string;
  readonly waiting: string;
  readonly waitingCount: (n: number) => string;
  readonly delivered: string;
  readonly deliveredOf: (received: number, announced: number | null) => string;
}

export const zhGlance: GlanceWords = {
  available: '可售',
  promised: '號碼牌保留',
  onHand: '店內庫存',
  notYetOnSale: '未到販售日',
  runsOut: '預計售完',
  runsOutWhen: { gone: '已無可售', 'not-today': '今天足夠', unknown: '尚無法估計' },
  runsOutAt: (at) => `約 ${clockTime(at)}`,
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
  waiting: '號碼牌未領',
  waitingCount: (n) => (n === 0 ? '無' : `${grouped(n)} 張`),
  delivered: '今日到貨',
  deliveredOf: (received, announced) =>
    announced === null ? `${grouped(received)} 片` : `${grouped(received)}／預告 ${grouped(announced)} 片`,
};

export const enGlance: GlanceWords = {
  available: 'Available',
  promised: 'By ticket',
  onHand: 'On hand',
  notYetOnSale: 'Not yet on sale',
  runsOut: 'Runs out',
  runsOutWhen: { gone: 'nothing left', 'not-today': 'not today', unknown: 'not known yet' },
  runsOutAt: (at) => `about ${clockTime(at)}`,
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
  waiting: 'Tickets not redeemed',
  waitingCount: (n) => (n === 0 ? 'None' : grouped(n)),
  delivered: 'Delivered today',
  deliveredOf: (received, announced) =>
    announced === null ? grouped(received) : `${grouped(received)} of ${grouped(announced)} announced`,
};
