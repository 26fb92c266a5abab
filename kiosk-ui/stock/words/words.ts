import type { GateWords } from '../../gate/gate-words.ts';
import { enGate } from '../../gate/gate-words-en.ts';
import { zhGate } from '../../gate/gate-words-zh.ts';
import { type CentreWords, enCentre, zhCentre } from './centre-words.ts';
import { type CommonWords, enCommon, zhCommon } from './common-words.ts';
import { type DayCloseWords, enDayClose, zhDayClose } from './day-close-words.ts';
import { type DeviceWords, enDevices, zhDevices } from './device-words.ts';
import { enGlance, type GlanceWords, zhGlance } from './glance-words.ts';
import { enGoods, type GoodsWords, zhGoods } from './goods-words.ts';
import { enHelp, type HelpWords, zhHelp } from './help-words.ts';
import { enHistory, type HistoryWords, zhHistory } from './history-words.ts';
import { enPaper, type PaperWords, zhPaper } from './paper-words.ts';
import { enPeople, type PeopleWords, zhPeople } from './people-words.ts';
import { enPhones, type PhonesWords, zhPhones } from './phones-words.ts';
import { enRefusals, type RefusalWords, zhRefusals } from './refusal-words.ts';
import { enTickets, type TicketWords, zhTickets } from './ticket-words.ts';
import { enToday, type TodayWords, zhToday } from './today-words.ts';

/** Everything the manager's page says. A language that lacks a word, or a code without words, does not compile. */
export interface Words extends CommonWords {
  readonly gate: GateWords;
  readonly help: HelpWords;
  readonly refusals: RefusalWords;
  readonly today: TodayWords;
  readonly glance: GlanceWords;
  readonly phones: PhonesWords;
  readonly goods: GoodsWords;
  readonly tickets: TicketWords;
  readonly dayClose: DayCloseWords;
  readonly history: HistoryWords;
  readonly paper: PaperWords;
  readonly devices: DeviceWords;
  readonly people: PeopleWords;
  readonly centre: CentreWords;
}

const zh: Words = {
  ...zhCommon,
  gate: zhGate,
  help: zhHelp,
  refusals: zhRefusals,
  today: zhToday,
  glance: zhGlance,
  phones: zhPhones,
  goods: zhGoods,
  tickets: zhTickets,
  dayClose: zhDayClose,
  history: zhHistory,
  paper: zhPaper,
  devices: zhDevices,
  people: zhPeople,
  centre: zhCentre,
};

const en: Words = {
  ...enCommon,
  gate: enGate,
  help: enHelp,
  refusals: enRefusals,
  today: enToday,
  glance: enGlance,
  phones: enPhones,
  goods: enGoods,
  tickets: enTickets,
  dayClose: enDayClose,
  history: enHistory,
  paper: enPaper,
  devices: enDevices,
  people: enPeople,
  centre: enCentre,
};

export const stockLanguages: Readonly<Record<'zh' | 'en', Words>> = { zh, en };
