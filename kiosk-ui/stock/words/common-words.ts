import { grouped, monthDay, rocDay, weekdayOf } from '../../day-format.ts';
import type { Connection } from '../../link/link.ts';
import type { Section } from '../page-state.ts';
import type { RangeFault } from '../range.ts';
import type { Day, Kind, PiecesByKind, Role, SlipKind, SlipState } from '../terms.ts';

/** What happened, and what the person does next. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

export interface CommonWords {
  /** BCP 47, for the page's `lang`. */
  readonly lang: string;
  readonly otherLanguage: string;
  readonly title: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly rail: string;
  readonly counter: string;
  readonly signOut: string;
  readonly drill: string;
  readonly demo: string;
  readonly connecting: string;
  readonly connection: Readonly<Record<Exclude<Connection, 'online' | 'connecting'>, Advice>>;
  readonly reload: string;

  readonly kinds: Readonly<Record<Kind, string>>;
  readonly kindsShort: Readonly<Record<Kind, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly slips: Readonly<Record<SlipKind, string>>;
  readonly slipStates: Readonly<Record<SlipState, string>>;

  readonly piece: string;
  readonly money: string;
  readonly count: (pieces: number) => string;
  readonly both: (pieces: PiecesByKind) => string;
  readonly amount: (dollars: number) => string;
  readonly day: (day: Day) => string;
  readonly weekdays: readonly string[];

  readonly at: string;
  readonly by: string;
  readonly note: string;
  readonly optional: string;
  readonly from: string;
  readonly until: string;
  readonly rangeFaults: Readonly<Record<RangeFault, (most: number) => string>>;
  readonly none: string;
  /** Between two things that are said in one line. */
  readonly between: string;
  readonly total: string;
  readonly asking: string;

  readonly cancel: string;
  readonly close: string;
  readonly back: string;
  readonly change: string;
  readonly save: string;
  readonly saved: string;
  readonly reprint: string;
  readonly copyOrdered: string;
  readonly show: string;
  readonly showMore: (n: number) => string;
  readonly notShown: (n: number) => string;
  readonly printedAt: (day: Day, time: string) => string;
}

/** Half a dollar is possible in what the outlet is paid; `grouped` knows whole numbers. */
const dollars = (n: number) => grouped(Math.trunc(n)) + (n % 1 === 0 ? '' : (n % 1).toFixed(1).slice(-2));

const shortWeekdays = '日一二三四五六';
const englishWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export const zhCommon: CommonWords = {
  lang: 'zh-Hant-TW',
  otherLanguage: 'English',
  title: '店務',
  sections: {
    today: '今日',
    goods: '進貨與盤點',
    tickets: '號碼牌',
    'day-close': '日結',
    history: '紀錄',
    paper: '補登',
    devices: '裝置',
    people: '人員與店別',
    centre: '中央',
  },
  rail: '各項作業',
  counter: '櫃檯',
  signOut: '登出',
  drill: '練習模式：不影響庫存、額度與上傳',
  demo: '示範模式：資料並非真實',
  connecting: '連接中',
  connection: {
    lost: { what: '與本機程式的連線中斷', next: '恢復後自動接續，已輸入的內容會保留。' },
    refused: { what: '本機程式已重新啟動', next: '請重新載入此頁。' },
  },
  reload: '重新載入',

  kinds: { adult: '成人口罩', child: '兒童口罩' },
  kindsShort: { adult: '成人', child: '兒童' },
  roles: { pharmacist: '藥師', staff: '店員', manager: '店長' },
  slips: { receipt: '購買憑證', void: '作廢單', ticket: '號碼牌', 'day-close': '日結單', test: '測試頁' },
  slipStates: {
    queued: '等待列印',
    sending: '列印中',
    sent: '已送出',
    confirmed: '已印出',
    doubtful: '待確認',
    abandoned: '未列印',
  },

  piece: '片',
  money: '元',
  count: (n) => `${grouped(n)} 片`,
  both: ({ adult, child }) => `成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片`,
  amount: (n) => `${dollars(n)} 元`,
  day: (day) => `${monthDay(day)}（${shortWeekdays[weekdayOf(day)]}）`,
  weekdays: ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],

  at: '時間',
  by: '經手',
  note: '備註',
  optional: '可不填',
  from: '自',
  until: '至',
  rangeFaults: {
    'not-a-day': () => '請選完整的日期。',
    'wrong-order': () => '結束日早於開始日，請重新選擇。',
    'too-long': (most) => `一次最多查詢 ${grouped(most)} 天，請縮短期間。`,
  },
  none: '無',
  between: '，',
  total: '合計',
  asking: '查詢中',

  cancel: '取消',
  close: '關閉',
  back: '修改',
  change: '變更',
  save: '儲存',
  saved: '已儲存。',
  reprint: '補印',
  copyOrdered: '已排入補印。',
  show: '查詢',
  showMore: (n) => `再顯示 ${grouped(n)} 筆`,
  notShown: (n) => `尚有 ${grouped(n)} 筆`,
  printedAt: (day, time) => `${rocDay(day)} ${time} 列印`,
};

export const enCommon: CommonWords = {
  lang: 'en',
  otherLanguage: '中文',
  title: 'Store',
  sections: {
    today: 'Today',
    goods: 'Goods, counts',
    tickets: 'Tickets',
    'day-close': 'Day close',
    history: 'History',
    paper: 'Paper form',
    devices: 'Devices',
    people: 'People, outlet',
    centre: 'Centre',
  },
  rail: 'Sections',
  counter: 'Counter',
  signOut: 'Sign out',
  drill: 'Practice: stock, quota and the centre are not touched',
  demo: 'Demonstration: nothing here is real',
  connecting: 'Connecting',
  connection: {
    lost: {
      what: 'Connection to the till program lost',
      next: 'It comes back by itself. What you keyed in stays.',
    },
    refused: { what: 'The till program was restarted', next: 'Please reload this page.' },
  },
  reload: 'Reload',

  kinds: { adult: 'Adult masks', child: 'Child masks' },
  kindsShort: { adult: 'Adult', child: 'Child' },
  roles: { pharmacist: 'Pharmacist', staff: 'Staff', manager: 'Manager' },
  slips: {
    receipt: 'Receipt',
    void: 'Void slip',
    ticket: 'Ticket',
    'day-close': 'Day-close slip',
    test: 'Test slip',
  },
  slipStates: {
    queued: 'Waiting',
    sending: 'Printing',
    sent: 'Sent',
    confirmed: 'Printed',
    doubtful: 'Uncertain',
    abandoned: 'Not printed',
  },

  piece: 'pcs',
  money: 'NT$',
  count: (n) => (n === 1 ? '1 mask' : `${grouped(n)} masks`),
  both: ({ adult, child }) => `${grouped(adult)} adult, ${grouped(child)} child`,
  amount: (n) => `NT$${dollars(n)}`,
  day: (day) => `${englishWeekdays[weekdayOf(day)]} ${monthDay(day)}`,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],

  at: 'Time',
  by: 'By',
  note: 'Note',
  optional: 'optional',
  from: 'From',
  until: 'Until',
  rangeFaults: {
    'not-a-day': () => 'Choose a whole date.',
    'wrong-order': () => 'The last day is before the first. Please choose again.',
    'too-long': (most) => `At most ${grouped(most)} days at once. Please choose a shorter time.`,
  },
  none: 'None',
  between: ', ',
  total: 'Total',
  asking: 'Looking up',

  cancel: 'Cancel',
  close: 'Close',
  back: 'Change',
  change: 'Change',
  save: 'Save',
  saved: 'Saved.',
  reprint: 'Reprint',
  copyOrdered: 'The copy will be printed.',
  show: 'Search',
  showMore: (n) => `Show ${grouped(n)} more`,
  notShown: (n) => `${grouped(n)} not shown`,
  printedAt: (day, time) => `Printed ${day} ${time}`,
};
