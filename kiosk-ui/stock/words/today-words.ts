import { clockTime, grouped, monthDay } from '../../day-format.ts';
import type { BackupFault, Day, Instant, PiecesByKind, SellingState } from '../terms.ts';
import { enUnsent, type UnsentCount, zhUnsent } from './centre-state-words.ts';

/** 今日: stock, figures, the selling state, and what asks for attention. */
export interface TodayWords {
  readonly attention: {
    readonly title: string;
    readonly nothing: string;
    readonly daysToClose: (days: readonly Day[]) => string;
    readonly review: (byHand: number, paper: number) => string;
    readonly slipsDoubtful: (slips: number) => string;
    readonly slipsWaiting: (slips: number) => string;
    readonly diskLow: (freeMB: number) => string;
    readonly diskFull: string;
    readonly backup: Readonly<Record<BackupFault, string>>;
    readonly backupNever: string;
    readonly clockBehind: (wall: Instant) => string;
    readonly clockJumped: (wall: Instant) => string;
    readonly clockRight: string;
    readonly clockConfirmed: string;
    readonly readerClean: string;
    readonly readerOrder: string;
    readonly readerAway: string;
    readonly printerAway: string;
    readonly paperOut: string;
    readonly more: (n: number) => string;
    readonly unsent: UnsentCount;
    readonly newerCentre: string;
    readonly sendingStopped: string;
    readonly notEnrolled: string;
    readonly policyRefused: string;
    readonly conflicts: (n: number) => string;
    readonly messages: (n: number) => string;
    readonly delivery: (day: Day, pieces: PiecesByKind) => string;
    readonly look: string;
  };
  readonly stock: {
    readonly onSaleFrom: (day: Day) => string;
    readonly defective: string;
  };
  readonly health: string;
  readonly allSent: string;
  readonly unsentNow: UnsentCount;
  readonly figures: {
    readonly title: string;
    readonly toRemit: string;
    readonly personsCount: (n: number) => string;
    readonly voidsCount: (receipts: number, amount: number) => string;
    readonly entries: (n: number) => string;
    readonly sellingDayCount: (n: number) => string;
  };
  readonly selling: {
    readonly title: string;
    readonly states: Readonly<Record<SellingState, string>>;
    readonly since: (at: string) => string;
    readonly noteHint: string;
    readonly publish: string;
    readonly published: string;
  };
  readonly hours: {
    readonly title: string;
    readonly notSet: string;
    readonly closed: string;
    readonly hint: string;
    readonly unclear: (day: string) => string;
    readonly noteHint: string;
  };
}

/** Days are named as long as the line stays a line. */
const mostNamed = 5;
const someDays = (days: readonly Day[], between: string): string =>
  days.slice(0, mostNamed).map(monthDay).join(between);

export const zhToday: TodayWords = {
  attention: {
    title: '待處理',
    nothing: '目前沒有待處理的事項。',
    daysToClose: (days) =>
      `${someDays(days, '、')} ${days.length > mostNamed ? `等 ${days.length} 天` : ''}尚未日結`,
    review: (byHand, paper) =>
      [byHand > 0 ? `人工登錄 ${byHand} 筆` : '', paper > 0 ? `補登 ${paper} 筆` : '']
        .filter((part) => part !== '')
        .join('、')
        .concat('，請抽空複核'),
    slipsDoubtful: (n) => `${n} 張單據不確定是否印出`,
    slipsWaiting: (n) => `${n} 張單據等待列印`,
    diskLow: (freeMB) => `磁碟空間將滿，剩 ${grouped(freeMB)} MB`,
    diskFull: '磁碟空間已滿，無法再記錄',
    backup: {
      'folder-gone': '找不到備份資料夾，請插回隨身碟',
      'not-writable': '備份資料夾無法寫入',
      'not-whole': '備份檔驗證不符，請再備份一次',
      'storage-full': '備份資料夾空間已滿',
    },
    backupNever: '尚未備份過',
    clockBehind: (wall) => `電腦時鐘 ${clockTime(wall)} 早於最後一筆紀錄，請先校時`,
    clockJumped: (wall) => `電腦時鐘跳動，現為 ${clockTime(wall)}，請店長核對`,
    clockRight: '時間正確',
    clockConfirmed: '已確認時間。',
    readerClean: '讀卡機常讀不到卡，請清潔接點',
    readerOrder: '讀卡機接近使用壽命，請備新機',
    readerAway: '讀卡機無法使用',
    printerAway: '印表機無法使用，單據稍後補印',
    paperOut: '印表機紙張用完，請換紙',
    more: (n) => `另有 ${n} 件`,
    unsent: (n, minutes) => `未上傳 ${zhUnsent(n, minutes)}`,
    newerCentre: '中央的版本較新，請更新本機程式',
    sendingStopped: '停止上傳中央，請查看原因',
    notEnrolled: '本機尚未向中央登錄，請輸入登錄碼',
    policyRefused: '收到的新規定無法採用，請聯絡維護人員',
    conflicts: (n) => `同一期間購買兩次 ${n} 件，請查看`,
    messages: (n) => `中央通知 ${n} 則未讀`,
    delivery: (day, { adult, child }) =>
      `${monthDay(day)} 開賣的成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片，尚未進貨`,
    look: '前往',
  },
  stock: { onSaleFrom: (day) => `${monthDay(day)} 開賣`, defective: '瑕疵' },
  health: '裝置與傳送',
  allSent: '已全部上傳',
  unsentNow: (n, minutes) => `未上傳 ${zhUnsent(n, minutes)}`,
  figures: {
    title: '今日數字',
    toRemit: '應解繳',
    personsCount: (n) => `${grouped(n)} 人`,
    voidsCount: (receipts, amount) => (receipts === 0 ? '無' : `${receipts} 筆，${grouped(amount)} 元`),
    entries: (n) => (n === 0 ? '無' : `${grouped(n)} 筆`),
    sellingDayCount: (n) => `第 ${grouped(n)} 日`,
  },
  selling: {
    title: '販售狀態',
    states: {
      open: '販售中',
      paused: '暫停販售',
      'sold-out': '已售完',
      'equipment-broken': '設備故障',
      'closed-today': '今日不販售',
    },
    since: (at) => `${at} 起`,
    noteHint: '民眾會看到這段說明',
    publish: '公布',
    published: '已公布。',
  },
  hours: {
    title: '販售時間',
    notSet: '尚未設定',
    closed: '不販售',
    hint: '例：0800-1200 1400-1800；留白為不販售。',
    unclear: (day) => `${day}的時間看不懂，請照範例輸入。`,
    noteHint: '例：國定假日休息',
  },
};

export const enToday: TodayWords = {
  attention: {
    title: 'To attend to',
    nothing: 'Nothing asks for attention.',
    daysToClose: (days) =>
      days.length > mostNamed
        ? `${days.length} days are not closed yet: ${someDays(days, ', ')} and so on`
        : `Not closed yet: ${someDays(days, ', ')}`,
    review: (byHand, paper) =>
      `${[byHand > 0 ? `${byHand} by hand` : '', paper > 0 ? `${paper} from paper` : '']
        .filter((part) => part !== '')
        .join(', ')}: to be reviewed`,
    slipsDoubtful: (n) => (n === 1 ? '1 slip may not have come out' : `${n} slips may not have come out`),
    slipsWaiting: (n) => (n === 1 ? '1 slip waits for the printer' : `${n} slips wait for the printer`),
    diskLow: (freeMB) => `Disk nearly full, ${grouped(freeMB)} MB left`,
    diskFull: 'Disk full, nothing can be recorded',
    backup: {
      'folder-gone': 'Backup folder gone: put the USB stick back',
      'not-writable': 'The backup folder cannot be written',
      'not-whole': 'The backup did not verify: back up again',
      'storage-full': 'The backup folder is full',
    },
    backupNever: 'Never backed up',
    clockBehind: (wall) => `The clock (${clockTime(wall)}) is behind the last entry: set it`,
    clockJumped: (wall) => `The clock jumped to ${clockTime(wall)}: a manager compares it`,
    clockRight: 'Time is right',
    clockConfirmed: 'Time confirmed.',
    readerClean: 'Many read errors: clean the contacts',
    readerOrder: 'The reader is near its end: order a new one',
    readerAway: 'The card reader cannot be used',
    printerAway: 'The printer cannot be used: slips wait',
    paperOut: 'The printer is out of paper',
    more: (n) => `${n} more`,
    unsent: (n, minutes) => `Not sent: ${enUnsent(n, minutes)}`,
    newerCentre: 'The centre is newer: update this program',
    sendingStopped: 'Sending to the centre stopped: see why',
    notEnrolled: 'The centre does not know this till yet: key in the code',
    policyRefused: 'New rules could not be taken: call support',
    conflicts: (n) => (n === 1 ? '1 person bought twice' : `${n} persons bought twice`),
    messages: (n) => (n === 1 ? '1 unread message from the centre' : `${n} unread messages from the centre`),
    delivery: (day, { adult, child }) =>
      `For sale ${monthDay(day)}, not booked in: ${grouped(adult)} adult, ${grouped(child)} child`,
    look: 'Go there',
  },
  stock: {
    onSaleFrom: (day) => `On sale ${monthDay(day)}`,
    defective: 'Defective',
  },
  health: 'Devices and sending',
  allSent: 'All sent',
  unsentNow: (n, minutes) => `not sent: ${enUnsent(n, minutes)}`,
  figures: {
    title: 'Figures of today',
    toRemit: 'To remit',
    personsCount: grouped,
    voidsCount: (receipts, amount) => (receipts === 0 ? 'None' : `${receipts}, NT$${grouped(amount)}`),
    entries: (n) => (n === 0 ? 'None' : grouped(n)),
    sellingDayCount: (n) => `No. ${grouped(n)}`,
  },
  selling: {
    title: 'Selling state',
    states: {
      open: 'Open',
      paused: 'Paused',
      'sold-out': 'Sold out',
      'equipment-broken': 'Equipment broken',
      'closed-today': 'Closed today',
    },
    since: (at) => `since ${at}`,
    noteHint: 'The public reads this',
    publish: 'Publish',
    published: 'Published.',
  },
  hours: {
    title: 'Selling hours',
    notSet: 'Not set',
    closed: 'closed',
    hint: 'Such as 0800-1200 1400-1800; empty means closed.',
    unclear: (day) => `The hours of ${day} are not understood. See the example.`,
    noteHint: 'Such as: closed on public holidays',
  },
};
