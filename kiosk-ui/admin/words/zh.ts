import { grouped, monthDay, rocDay } from '../../day-format.ts';
import type { Day } from '../wall.ts';
import { auditZh } from './audit-words.ts';
import { conflictsZh } from './conflicts-words.ts';
import { goodsZh } from './goods-words.ts';
import { peopleZh } from './people-words.ts';
import { policyZh } from './policy-words.ts';
import { refusalsZh } from './refusals.ts';
import type { AdminWords } from './words.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

const day = (iso: string): string =>
  `${monthDay(iso as Day)}（${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}）`;

const age = (minutes: number): string => {
  if (minutes < 1) return '剛剛';
  if (minutes < 120) return `${minutes} 分鐘前`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} 小時前` : `${Math.floor(minutes / 1440)} 天前`;
};

export const adminZh: AdminWords = {
  lang: 'zh-Hant-TW',
  title: '中央管理',
  otherLanguage: 'English',
  demo: '示範：資料都是虛構的',
  rail: '項目',
  sections: {
    outlets: '各點現況',
    outlook: '供需預估',
    goods: '配貨到貨',
    policy: '購買規定',
    conflicts: '重複購買',
    exports: '匯出',
    people: '帳號',
    audit: '操作紀錄',
  },
  roles: { authority: '主管機關', county: '縣市', chain: '連鎖總部', outlet: '販售點' },
  signOut: '登出',
  publicPage: '公開查詢頁',
  close: '關閉',
  cancel: '取消',
  asking: '查詢中',
  again: '再試一次',
  more: '顯示更多',
  first: (shown, all) => `前 ${grouped(shown)} 筆，共 ${grouped(all)} 筆`,
  onPaper: {
    at: (day, time) => `${rocDay(day)} ${time} 的資料`,
    only: (rows, all) =>
      `只印前 ${grouped(rows)} 家，合計為全部 ${grouped(all)} 家；完整清單請按「下載 CSV」取得。`,
  },
  none: '無',
  pieces: (n) => `${grouped(n)} 片`,
  line: {
    live: '即時',
    lost: '已斷線',
    connecting: '連線中',
    old: (old) => `與中央斷線，以下是${old}的資料；連上後會自動更新`,
  },
  trouble: {
    notReached: '連不上中央',
    broke: '中央暫時無法回應',
    byItself: '各櫃檯照常販售。請檢查這台電腦的網路；連上後畫面會自動恢復。',
  },
  age,
  never: '從未',
  kinds: { adult: '成人', child: '兒童' },
  bands: { plenty: '充足', some: '尚有', few: '不多', none: '售完' },
  states: {
    open: '販售中',
    paused: '暫停販售',
    'sold-out': '已售完',
    'equipment-broken': '設備故障',
    'closed-today': '今日休息',
  },
  notices: {
    'no-till': '未啟用',
    silent: '未回報',
    'not-selling': '暫停販售',
    'sold-out': '售完',
    oversold: '超賣',
    'will-run-out': '即將售完',
    'left-with-stock': '恐有餘貨',
    'goods-differ': '到貨不符',
    conflicts: '重複購買',
  },
  day,
  refusal: (code, detail) => `${refusalsZh[code] ?? '沒有完成，請再試一次'}${detail ? `（${detail}）` : ''}`,
  door: {
    signIn: '登入中央管理',
    name: '姓名',
    password: '密碼',
    code: '驗證碼',
    codeHint: '驗證器現在顯示的六位數',
    enter: '登入',
    welcome: (name, role) => `${name}，您好（${role}）`,
    invited: '這個邀請只能使用一次。請依序完成下面三步。',
    scan: '用手機的驗證器掃描',
    secret: '無法掃描時，輸入這組金鑰',
    choose: '設定密碼',
    passwordHint: '至少 12 個字，一句話最好記',
    accept: '完成並登入',
    noInvitation: '這個邀請已用過、已逾三天或已換發。請向發給您的人索取新的邀請。',
  },
  runsOut: {
    when: { gone: '已無可售', 'not-today': '今日足夠', unknown: '尚無法估計' },
    at: (time) => `約 ${time}`,
  },
  outlets: {
    search: '店名、代碼或地區',
    county: '縣市',
    allCounties: '全部縣市',
    notice: '狀況',
    anyNotice: '全部',
    found: (shown, all) =>
      shown === all ? `${grouped(all)} 家` : `${grouped(shown)} 家，共 ${grouped(all)} 家`,
    noneYet: '尚無販售點',
    noneYetHint: '主管機關匯入販售點名單後，這裡會自動出現。',
    nothing: '沒有符合的販售點',
    nothingHint: '少打幾個字，或改選全部縣市與全部狀況。',
    columns: {
      name: '販售點',
      place: '地區',
      adult: '成人',
      child: '兒童',
      sold: '今日售出',
      'runs-out': '預計售完',
      heard: '最後回報',
      notices: '狀況',
    },
    table: '清單',
    map: '地圖',
    mapLoading: '地圖載入中',
    mapMissing: '地圖無法載入',
    mapMissingHint: '清單不受影響，仍可使用。請檢查網路；網頁若剛更新過，請重新整理。',
    list: '各點現況清單',
    export: '下載 CSV',
    sum: '合計',
  },
  sheet: {
    available: '可售',
    promised: '號碼牌',
    onHand: '庫存',
    later: '隔日起售',
    soldToday: '今日售出',
    usualDay: '平常一日',
    runsOut: '預計售完',
    byHour: '每小時售出',
    usual: '平常',
    lastDays: '近十四日',
    tills: '櫃檯機',
    heard: (old, unsent) => `最後回報 ${old}${unsent > 0 ? `，待傳 ${grouped(unsent)} 筆` : ''}`,
    revoked: '已停用',
    revoke: '停用',
    revokeSure: (till) => `停用櫃檯機 ${till}？`,
    revokeMeans:
      '停用後這台櫃檯機不能再與中央連線，無法恢復；要再使用須重新啟用。尚未上傳的紀錄會留在機器裡。',
    noTills: '尚無櫃檯機',
    code: '產生啟用碼',
    codeFor: (code, until) => `${code}　有效至 ${until}，只顯示這一次`,
    message: '給櫃檯的訊息',
    send: '送出',
    sent: '已送出',
    deliveries: '配貨與到貨',
    noDeliveries: '這一天沒有配貨',
    sales: (sales, voided) => (voided > 0 ? `${sales} 筆，作廢 ${voided} 筆` : `${sales} 筆`),
    dayBefore: '前一日',
    dayAfter: '後一日',
  },
  outlook: {
    lead: '以近兩週平常的一天推估，隨今天的快慢調整；「建議配」是建議明日配送的片數。',
    runOut: '今天會提早售完',
    left: '恐有超過兩天的餘貨',
    noneRunOut: '目前沒有販售點會提早售完。',
    noneLeft: '目前沒有販售點會有過多餘貨。',
    suggested: '建議配',
    has: '現有',
    usual: '平常',
    send: '帶入配貨',
    lasts: '約可賣',
    days: (n) => `${grouped(n)} 天`,
  },
  goods: goodsZh,
  policy: policyZh,
  conflicts: conflictsZh,
  exports: {
    lead: '權限範圍內的資料，CSV 可直接以試算表開啟。',
    from: '從',
    to: '到',
    files: { outlets: '各點現況', sales: '銷售', deliveries: '配貨到貨', conflicts: '重複購買' },
    what: {
      outlets: '現在的可售、庫存、今日售出與狀況',
      sales: '每家每日每小時，依口罩種類',
      deliveries: '公布數與到貨數',
      conflicts: '兩邊的販售點、時刻與片數，不含個人資料',
    },
    maskdata: '公開資料，健保署七欄格式',
    points: '公開資料，社群地圖用 GeoJSON',
  },
  people: peopleZh,
  audit: auditZh,
};
