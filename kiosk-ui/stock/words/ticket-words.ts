import { grouped } from '../../day-format.ts';
import type { TicketSessionView, TicketState } from '../terms.ts';

/** 號碼牌. */
export interface TicketWords {
  readonly plan: string;
  readonly none: string;
  readonly day: string;
  readonly handOutFrom: string;
  readonly pickUp: string;
  readonly pickUpFrom: string;
  readonly pickUpUntil: string;
  readonly sets: string;
  readonly setsOf: string;
  readonly setsHint: string;
  readonly handedOut: string;
  readonly open: string;
  readonly left: string;
  readonly cardCheck: string;
  readonly cardCheckHint: string;
  readonly phase: string;
  readonly phases: Readonly<Record<TicketSessionView['phase'], string>>;
  readonly planTitle: string;
  readonly changeTitle: string;
  readonly planned: string;
  readonly unclearTimes: string;
  readonly unclearSets: string;
  readonly list: string;
  readonly listOf: (session: string) => string;
  readonly noTickets: string;
  readonly number: string;
  readonly kind: string;
  readonly pieces: string;
  readonly state: string;
  readonly states: Readonly<Record<TicketState, string>>;
  readonly cancelTicket: string;
  readonly cancelReally: (name: string) => string;
  readonly cancelled: (name: string) => string;
  readonly ofSets: (n: number, sets: number) => string;
}

export const zhTickets: TicketWords = {
  plan: '新增場次',
  none: '今天起沒有排定的場次。',
  day: '日期',
  handOutFrom: '發牌',
  pickUp: '領取',
  pickUpFrom: '領取自',
  pickUpUntil: '領取至',
  sets: '組數',
  setsOf: '份',
  setsHint: '一張號碼牌是一人份。',
  handedOut: '已發',
  open: '未領',
  left: '剩餘',
  cardCheck: '發牌時驗卡',
  cardCheckHint: '一張卡一張號碼牌',
  phase: '狀態',
  phases: { planned: '未開始', 'handing-out': '發牌中', 'picking-up': '領取中', over: '已結束' },
  planTitle: '新增號碼牌場次',
  changeTitle: '變更號碼牌場次',
  planned: '場次已儲存。',
  unclearTimes: '請依序填發牌、領取自、領取至的時間，例：0800。',
  unclearSets: '請填組數。',
  list: '號碼牌',
  listOf: (session) => `${session}的號碼牌`,
  noTickets: '尚未發出號碼牌。',
  number: '號碼',
  kind: '種類',
  pieces: '片數',
  state: '狀態',
  states: { open: '未領', redeemed: '已領', lapsed: '逾時', cancelled: '已取消' },
  cancelTicket: '取消',
  cancelReally: (name) => `取消號碼牌 ${name}？保留的口罩會回到可售。`,
  cancelled: (name) => `號碼牌 ${name} 已取消。`,
  ofSets: (n, sets) => `${grouped(n)} / ${grouped(sets)}`,
};

export const enTickets: TicketWords = {
  plan: 'Plan a session',
  none: 'No sessions from today on.',
  day: 'Day',
  handOutFrom: 'Hand out',
  pickUp: 'Pick up',
  pickUpFrom: 'Pick up from',
  pickUpUntil: 'Pick up until',
  sets: 'Sets',
  setsOf: 'sets',
  setsHint: "One ticket is one person's purchase.",
  handedOut: 'Handed out',
  open: 'Open',
  left: 'Left',
  cardCheck: 'With the card',
  cardCheckHint: 'one ticket a card',
  phase: 'State',
  phases: { planned: 'Planned', 'handing-out': 'Hand-out', 'picking-up': 'Pick-up', over: 'Over' },
  planTitle: 'Plan a ticket session',
  changeTitle: 'Change a ticket session',
  planned: 'The session is saved.',
  unclearTimes: 'Key in hand-out, pick-up from and until in this order, such as 0800.',
  unclearSets: 'Key in how many sets.',
  list: 'List',
  listOf: (session) => `Tickets of ${session}`,
  noTickets: 'No tickets handed out yet.',
  number: 'Number',
  kind: 'Kind',
  pieces: 'Masks',
  state: 'State',
  states: { open: 'Open', redeemed: 'Redeemed', lapsed: 'Lapsed', cancelled: 'Cancelled' },
  cancelTicket: 'Cancel',
  cancelReally: (name) => `Cancel ticket ${name}? Its masks become available again.`,
  cancelled: (name) => `Ticket ${name} is cancelled.`,
  ofSets: (n, sets) => `${grouped(n)} / ${grouped(sets)}`,
};
