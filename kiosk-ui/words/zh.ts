import { ageOf, clockTime, grouped, monthDay, rocDay, rocYear, weekdayOf } from '../day-format.ts';
import { zhGate } from '../gate/gate-words-zh.ts';
import { dialogsZh } from './dialogs-zh.ts';
import { troubleZh } from './trouble-zh.ts';
import type { Words } from './words.ts';

const kinds = { adult: '成人口罩', child: '兒童口罩' };
const kindsShort = { adult: '成人', child: '兒童' };
const pieces = (n: number) => `${grouped(n)} 片`;
const age = (minutes: number) => {
  const { count, unit } = ageOf(minutes);
  return `${grouped(count)} ${{ minutes: '分鐘', hours: '小時', days: '天' }[unit]}`;
};
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
  ...troubleZh,
  ...dialogsZh,
  lang: 'zh-Hant-TW',
  otherLanguage: 'English',

  verdicts: { 'may-buy': '可購買', 'may-not': '不可購買', confirm: '需確認' },
  kinds,
  kindsShort,
  pieces: '片',
  beside: (kind) => (kind ? [kinds[kind], '片'] : ['片']),
  count: pieces,
  pieceCounts: ({ adult, child }) => [
    ...(adult > 0 ? [`成人 ${pieces(adult)}`] : []),
    ...(child > 0 ? [`兒童 ${pieces(child)}`] : []),
  ],
  money: (amount) => `${grouped(amount)} 元`,
  total: '應收',
  tender: (given, change) => `收 ${grouped(given)} 找 ${grouped(change)}`,
  change: '找零',
  quantity: '數量',
  fewer: '減少一片',
  more: '增加一片',
  most: (most) => `最多 ${most} 片`,

  idle: {
    insertCard: '請插入健保卡',
    reading: '讀取中',
    joining: '一併購買',
    stock: '可售',
    timedOut: '上一次購買逾時未完成，沒有售出。',
    promised: ({ adult, child }) => `號碼牌保留：成人 ${grouped(adult)}，兒童 ${grouped(child)}`,
    nextGoods: (day) => `${monthDay(day)} 起有新貨`,
    serving: '現在叫號',
    waitingTickets: (tickets) => `尚有 ${grouped(tickets)} 張未領取`,
  },
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

  visit: {
    lastThree: (digits) => `末三碼 ${digits}`,
    bornIn: (year) => (rocYear(year) > 0 ? `民國${rocYear(year)}年` : `西元${year}年`),
    childCard: '兒童卡',
    nameUncertain: '姓名請與卡面核對',
    cardOut: '卡片已取出',
    hidden: '中斷期間不顯示個人資料',
    kind: '口罩種類',
    noHistory: '沒有仍計入的購買紀錄',
    purchase: ({ day, kind, pieces: n, place }) =>
      [monthDay(day), kindsShort[kind], pieces(n), ...(place === 'elsewhere' ? ['他處'] : [])].join(' · '),
    cards: '這次購買的卡片',
    place: (place, of) => `${place}/${of}`,
    roles: { own: '本人', 'proxy-adult': '代購', 'proxy-child': '代購' },
    ages: { adult: '成人卡', child: '兒童卡' },
    identified: {
      chip: '健保卡',
      'residence-certificate': '居留證',
      'entry-permit': '入出境許可證',
      'identity-card': '身分證',
      'household-register': '戶口名簿',
      'card-unreadable': '健保卡，人工登錄',
    },
    asking: '中央查核中',
    local: '本機判定',
    unconfirmed: '待核對',
    confirmed: '已核對',
    remove: (place) => `移除第 ${place} 張卡`,
    twice: '這張卡已在這次購買中',
    nextCard: {
      sells: '請插下一張卡，或按 Enter 售出',
      ends: '請插下一張卡，或按 Enter 結束',
      full: '請按 Enter 售出',
    },
    seconds: (left) => `${left} 秒`,
    room: ({ adult, child }) => {
      const more = [
        ...(adult > 0 ? [`成人卡 ${adult} 張`] : []),
        ...(child > 0 ? [`兒童卡 ${child} 張`] : []),
      ];
      return more.length > 0 ? `還可加${more.join('、')}` : '已達一次可持的卡數';
    },
  },
  sold: {
    done: '已售出',
    takeCard: '請取回健保卡',
    receipt: '單號',
    nextDay: '下次可購',
    nextDays: '各卡下次可購',
    slip: '憑證',
    noPrinter: '未設定印表機',
    showReceipt: '顯示於顧客螢幕',
  },
  slips: {
    queued: '等待列印',
    sending: '列印中',
    sent: '已送出',
    confirmed: '已印出',
    doubtful: '待確認',
    abandoned: '未列印',
  },
  slipKinds: {
    receipt: '憑證',
    void: '作廢單',
    ticket: '號碼牌',
    'day-close': '日結單',
    test: '測試頁',
  },
  slipQuestion: (slip, name) => `${zh.slipKinds[slip]} ${name}，印出來了嗎？`,

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
    back: '返回',
    reload: '重新載入',
    takeAway: '收起',
    byHand: '人工登錄',
    clockIsRight: '時鐘無誤',
    tryAgain: '再試一次',
    toCentre: '前往登錄',
    closeDay: '前往日結',
  },
  keys: {
    legend: '功能鍵',
    help: '說明',
    history: '購買紀錄',
    goodsIn: '進貨',
    byHand: '人工登錄',
    slips: '憑證',
    tickets: '號碼牌',
    person: '換人',
    menu: '選單',
    mute: '靜音',
    unmute: '開啟聲音',
    space: '空白鍵',
  },
  help: {
    atCounter: '櫃檯',
    rows: [
      ['插卡', '直接顯示結果；再插一張卡即一併購買'],
      ['Enter', '售出、下一位、知道了'],
      ['Esc', '取消這次購買'],
      ['1 – 9、0', '數量（0 為 10 片）'],
      ['← →、K、F2', '成人口罩／兒童口罩'],
      ['↑ ↓', '看這次購買的其他卡片'],
      ['Delete', '移除畫面上的這張卡'],
      ['空白鍵', '需確認時：已核對'],
      ['Q', '售出後：憑證顯示於顧客螢幕'],
    ],
    functionKeys: '功能鍵',
    functionRows: [
      ['F3', '這張卡的購買紀錄'],
      ['F4', '進貨'],
      ['F5', '人工登錄：無晶片、晶片或讀卡機故障'],
      ['F6', '憑證：補印、查詢、作廢'],
      ['F7', '號碼牌：發放、叫號'],
      ['F8', '中文／英文'],
      ['F9', '靜音'],
      ['F10', '換人登入、登出'],
      ['F11、M', '選單：販售狀態、其他頁面'],
      ['F2、L', '顧客螢幕語言'],
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
    cares: { clean: '請擦拭接點', order: '請訂購備品' },
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
    centrals: {
      none: '單機',
      'not-enrolled': '未登錄',
      connecting: '連線中',
      online: '已連線',
      equal: '已同步',
      offline: '斷線',
      waiting: '未收下',
      halted: '停止上傳',
    },
    unsent: (entries, minutes) => `未上傳 ${grouped(entries)} 筆，最久 ${age(minutes)}`,
    messages: (unread) => `中央通知 ${unread} 則`,
    disk: (freeMB) => `磁碟剩 ${grouped(freeMB)} MB`,
    backup: '未備份',
    dayToClose: (day) => `${monthDay(day)} 未日結`,
    policy: (since) => (since ? `規定 ${rocDay(since)} 起` : '無適用規定'),
    person: '登入者',
    clock: (now) => clockTime(now),
    clockInDoubt: '請確認時鐘',
    muted: '靜音',
  },
  gate: zhGate,
  connection: {
    connecting: '連接中',
    lost: { what: '與本機程式的連線中斷', next: '恢復後自動接續，已送出的銷售不會重複。' },
    refused: { what: '本機程式已重新啟動', next: '請重新載入此頁。' },
  },
  virtual: {
    key: '虛擬裝置',
    titles: { demo: '虛擬裝置 · 示範', drill: '虛擬裝置 · 練習', shop: '虛擬裝置' },
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
