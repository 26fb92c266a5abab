import { type CommonWords, enCommon, zhCommon } from './common-words.ts';
import { type DayCloseWords, enDayClose, zhDayClose } from './day-close-words.ts';
import { type DeviceWords, enDevices, zhDevices } from './device-words.ts';
import { enGoods, type GoodsWords, zhGoods } from './goods-words.ts';
import { enHelp, type HelpWords, zhHelp } from './help-words.ts';
import { enHistory, type HistoryWords, zhHistory } from './history-words.ts';
import { enPaper, type PaperWords, zhPaper } from './paper-words.ts';
import { enPeople, type PeopleWords, zhPeople } from './people-words.ts';
import { enRefusals, type RefusalWords, zhRefusals } from './refusal-words.ts';
import { enTickets, type TicketWords, zhTickets } from './ticket-words.ts';
import { enToday, type TodayWords, zhToday } from './today-words.ts';

/** Everything the manager's page says. A language that lacks a word, or a code without words, does not compile. */
export interface Words extends CommonWords {
  readonly help: HelpWords;
  readonly refusals: RefusalWords;
  readonly today: TodayWords;
  readonly goods: GoodsWords;
  readonly tickets: TicketWords;
  readonly dayClose: DayCloseWords;
  readonly history: HistoryWords;
  readonly paper: PaperWords;
  readonly devices: DeviceWords;
  readonly people: PeopleWords;
}

const zh: Words = {
  ...zhCommon,
  help: zhHelp,
  refusals: zhRefusals,
  today: zhToday,
  goods: zhGoods,
  tickets: zhTickets,
  dayClose: zhDayClose,
  history: zhHistory,
  paper: zhPaper,
  devices: zhDevices,
  people: zhPeople,
};

const en: Words = {
  ...enCommon,
  help: enHelp,
  refusals: enRefusals,
  today: enToday,
  goods: enGoods,
  tickets: enTickets,
  dayClose: enDayClose,
  history: enHistory,
  paper: enPaper,
  devices: enDevices,
  people: enPeople,
};

export const stockLanguages: Readonly<Record<'zh' | 'en', Words>> = { zh, en };
