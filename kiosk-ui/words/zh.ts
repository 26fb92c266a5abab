import { clockTime, grouped, monthDay, rocDay, rocYear, weekdayOf } from '../day-format.ts';
import type { Day } from '../wall.ts';
import type { Words } from './words.ts';

const when = (day: Day, time: string | null) => (time ? `${monthDay(day)}\u00a0${time}` : monthDay(day));
const kinds = { adult: '成人口罩', child: '兒童口罩' };
const weekdays = '日一二三四五六';

const sampleCards: Readonly<Record<string, string>> = {
  'adult-odd': '成人單號',
  'adult-even': '成人雙號',
  child: '兒童',
  'already-bought': '近日已購',
  'check-digit-wrong': '檢查碼錯',
  damaged: '晶片損壞',
  'not-nhi': '非健保卡',
  professional: '醫事人員',
};

export const zh: Words = {
  lang: 'zh-Hant-TW',
  otherLanguage: 'English',

  verdicts: { 'may-buy': '可購買', 'may-not': '不可購買', confirm: '需確認' },
  kinds,
  kindsShort: { adult: '成人', child: '兒童' },
  pieces: '片',
  beside: (kind) => (kind ? [kinds[kind], '片'] : ['片']),
  count: (pieces) => `${grouped(pieces)} 片`,
  money: (amount) => `${grouped(amount)} 元`,
  total: '應收',
  tender: (given, change) => `收 ${grouped(given)} 找 ${grouped(change)}`,
  change: '找零',
  quantity: '數量',
  fewer: '減少一片',
  more: '增加一片',
  most: (pieces) => `最多 ${pieces} 片`,

  idle: { insertCard: '請插入健保卡', reading: '讀取中', stock: '可售' },
  today: ({ parity, binds }) => {
    if (binds === 'nobody') return { digits: '今天：不分單雙號', children: null };
    const digits = { odd: '今天：單號', even: '今天：雙號', all: '今天：單雙號皆可' }[parity];
    return { digits, children: binds === 'adult-cards' && parity !== 'all' ? '兒童不限' : null };
  },
  date: (day) => {
    const [, month, date] = day.split('-');
    return `${Number(month)} 月 ${Number(date)} 日（${weekdays[weekdayOf(day)]}）`;
  },
  lastSale: '上一筆',

  reason: {
    againAfterThis: (next) => `${monthDay(next)} 起可再購`,
    bought: (day, pieces) => `${monthDay(day)} 已購 ${pieces} 片`,
    boughtRecently: '期間內已購買',
    againFrom: (next, time) => `${when(next, time)} 起可再購`,
    from: (next, time) => `${when(next, time)} 起可購買`,
    noDate: '目前查無可購日期',
    notYourWeekday: { odd: '今天限單號', even: '今天限雙號', all: '今天不是可購日' },
    soldOut: '口罩已售完',
    schemeNotInForce: '目前沒有適用的販售規定',
    joined: (parts) => parts.join('，'),
  },
  confirmReasons: {
    'check-digit-wrong': { what: '身分證號檢查碼不符', next: '請與卡面號碼核對' },
    'weekday-undefined': { what: '號碼末位不是數字', next: '請依證件判斷單雙號' },
    'issued-in-future': { what: '卡片製發日晚於今天', next: '請先看本機日期，再看卡片' },
    'clock-behind': { what: '本機時鐘早於最後一筆紀錄', next: '請校正時鐘' },
  },
  problems: {
    unreadable: { what: '讀不到卡片', next: '請取出卡片，擦拭晶片後重新插入。' },
    'pulled-out': { what: '讀取時卡片已取出', next: '請重新插入，畫面出現結果後再取卡。' },
    'not-nhi-card': { what: '這不是健保卡', next: '請改插健保卡。' },
    'professional-card': { what: '這是醫事人員卡', next: '請改插購買人的健保卡。' },
    'card-busy': { what: '卡片正由其他程式使用', next: '請關閉其他讀卡程式，再重新插卡。' },
    'bad-data': { what: '卡片資料不完整', next: '請重新插入；仍無法讀取時，請持卡人向健保署換卡。' },
    'storage-full': { what: '磁碟空間已滿，這筆沒有售出', next: '請清出磁碟空間，再售出一次。' },
    'storage-failed': { what: '資料無法寫入，這筆沒有售出', next: '請查看系統紀錄檔，或聯絡維護人員。' },
  },
  alerts: {
    'reader-no-service': { what: '讀卡服務沒有執行', next: '程式會自動重試；持續時請重新啟動電腦。' },
    'reader-service-frozen': { what: '讀卡服務沒有回應', next: '程式正在重新連接，請稍候。' },
    'reader-no-reader': { what: '找不到讀卡機', next: '請檢查讀卡機的連接線。' },
    'clock-behind': { what: '本機時鐘早於最後一筆紀錄', next: '請校正日期與時間。' },
    'cover-open': { what: '印表機上蓋開啟', next: '請蓋上。可照常銷售，憑證稍後列印。' },
    'paper-out': { what: '印表機缺紙', next: '請換紙。可照常銷售，憑證稍後列印。' },
    'printer-unreachable': { what: '連不到印表機', next: '請檢查電源與連接線。可照常銷售。' },
    'printer-offline': { what: '印表機離線', next: '請檢查印表機。可照常銷售，憑證稍後列印。' },
    'central-offline': { what: '與中央的連線中斷', next: '可照常銷售，恢復連線後自動上傳。' },
    'paper-near-end': { what: '紙張將用完', next: '請準備新的紙卷。' },
  },
  refusals: {
    malformed: '畫面版本不符，請重新載入此頁。',
    stale: '內容已更新，請再看一次。',
    'not-now': '目前無法執行，請看最新畫面。',
    'not-allowed': '已超過目前可購或可售的數量，請看最新畫面。',
    'confirmation-needed': '請先核對，再按「已核對」。',
    unknown: '查無這筆單據或卡片。',
    'storage-full': '磁碟空間已滿，沒有記錄。請清出空間後再試。',
    'storage-failed': '資料無法寫入，沒有記錄。請查看系統紀錄檔。',
    fault: '程式發生錯誤。請查看系統紀錄檔；持續時請重新啟動。',
    lost: '連線中斷，沒有執行。恢復後請再按一次。',
  },

  visit: {
    lastThree: (digits) => `末三碼 ${digits}`,
    bornIn: (year) => `民國${rocYear(year)}年`,
    childCard: '兒童卡',
    nameUncertain: '姓名請與卡面核對',
    cardOut: '卡片已取出',
    hidden: '中斷期間不顯示個人資料',
    kind: '口罩種類',
    history: '購買紀錄',
    noHistory: '沒有仍計入的購買紀錄',
  },
  sold: {
    done: '已售出',
    takeCard: '請取回健保卡',
    receipt: '單號',
    nextDay: '下次可購',
    slip: '憑證',
    noPrinter: '未設定印表機',
  },
  slips: {
    queued: '等待列印',
    sending: '列印中',
    sent: '已送出',
    confirmed: '已印出',
    doubtful: '待確認',
    abandoned: '未列印',
  },
  slipQuestion: (receiptNumber) => `單號 ${receiptNumber} 的憑證，印出來了嗎？`,

  act: {
    sell: '售出',
    selling: '記錄中',
    checked: '已核對',
    cancel: '取消',
    next: '下一位',
    understood: '知道了',
    printed: '已印出',
    copy: '補印一張',
    close: '關閉',
    back: '修改',
    reload: '重新載入',
  },
  keys: {
    legend: '功能鍵',
    help: '說明',
    history: '購買紀錄',
    goodsIn: '進貨',
    reprint: '補印',
    mute: '靜音',
    unmute: '開啟聲音',
    space: '空白鍵',
  },
  notices: {
    scanned: '已略過掃描的條碼，本版不使用條碼。',
    tooMany: (most) => `最多 ${most} 片。`,
    goodsIn: (adult, child) => `已進貨：成人 ${grouped(adult)} 片，兒童 ${grouped(child)} 片。`,
    copyOrdered: '已排入補印。',
    noReceipt: '還沒有可補印的憑證。',
  },
  goodsIn: {
    hint: '進貨後立即可售。今天收到、明天販售的口罩，請於販售日再進貨。',
    book: '進貨',
    really: (adult, child) =>
      `成人 ${grouped(adult)} 片，兒童 ${grouped(child)} 片。數量較大，請再核對一次。`,
    bookReally: '確認進貨',
  },
  reprintHint: '補印的憑證會標示「補印」。',
  help: {
    rows: [
      ['插卡', '直接顯示結果，不需按鍵'],
      ['Enter', '售出、下一位、知道了'],
      ['Esc', '取消'],
      ['1 – 9、0', '數量（0 為 10 片）'],
      ['← →、K、F2', '成人口罩／兒童口罩'],
      ['空白鍵', '需確認時：已核對'],
    ],
    sound: '聲音',
    volume: '音量',
    listen: (sound) => `試聽：${sound}`,
  },
  status: {
    label: '狀態',
    reader: '讀卡機',
    readers: {
      starting: '啟動中',
      'no-service': '服務未執行',
      'service-frozen': '服務無回應',
      'no-reader': '未連接',
      ready: '正常',
    },
    printer: '印表機',
    printers: {
      none: '未設定',
      connecting: '連接中',
      online: '正常',
      offline: '離線',
      unreachable: '無法連接',
    },
    papers: { ok: '正常', 'near-end': '紙將用完', out: '缺紙', unknown: '正常' },
    coverOpen: '上蓋開啟',
    waiting: (slips) => `待印 ${slips} 張`,
    central: '中央',
    centrals: { none: '單機', online: '正常', offline: '離線' },
    unsent: (entries, minutes) => `未上傳 ${grouped(entries)} 筆，最久 ${grouped(minutes)} 分鐘`,
    policy: (since) => (since ? `規定 ${rocDay(since)} 起` : '無適用規定'),
    clock: (now) => clockTime(now),
  },
  connection: {
    connecting: '連接中',
    lost: { what: '與本機程式的連線中斷', next: '恢復後自動接續，已送出的銷售不會重複。' },
    refused: { what: '本機程式已重新啟動', next: '請重新載入此頁。' },
  },
  virtual: {
    title: '虛擬裝置 · 示範',
    insert: '插入範例卡',
    takeOut: '取出卡片',
    card: (id) => sampleCards[id] ?? id,
    paper: '紙張',
    papers: { ok: '足夠', 'near-end': '將用完', out: '用完' },
    cover: '上蓋',
    covers: { closed: '關閉', open: '開啟' },
    slip: '最後一張憑證',
    noSlip: '尚未列印',
  },
};
