import { grouped } from '../../day-format.ts';
import type { BackupFault, Printer, Reader, ReaderHealth } from '../terms.ts';

/** 裝置. */
export interface DeviceWords {
  readonly reader: string;
  readonly healths: Readonly<Record<ReaderHealth, string>>;
  readonly noReaders: string;
  readonly insertions: string;
  readonly ofLife: (insertions: number) => string;
  readonly readErrors: string;
  readonly care: Readonly<Record<Reader['care'], string>>;

  readonly printer: string;
  readonly links: Readonly<Record<Printer['link'], string>>;
  readonly paper: string;
  readonly papers: Readonly<Record<Printer['paper'], string>>;
  readonly cover: string;
  readonly covers: Readonly<Record<Printer['cover'], string>>;
  readonly test: string;
  readonly testOrdered: string;

  readonly queue: string;
  readonly emptyQueue: string;
  readonly slip: string;
  readonly number: string;
  readonly copy: (n: number) => string;
  readonly state: string;
  readonly printed: string;
  readonly printCopy: string;
  readonly settled: string;

  readonly file: string;
  readonly disk: string;
  readonly disks: Readonly<Record<'ok' | 'low' | 'full', string>>;
  readonly free: (freeMB: number) => string;
  readonly backup: string;
  readonly lastBackup: string;
  readonly never: string;
  readonly folder: string;
  readonly faults: Readonly<Record<BackupFault, string>>;
  readonly backUpNow: string;
  readonly backedUp: string;
  readonly clock: string;
  readonly trusts: Readonly<Record<'trusted' | 'behind' | 'jumped', string>>;
}

const megabytes = (freeMB: number) =>
  freeMB >= 10_240 ? `${grouped(Math.round(freeMB / 1024))} GB` : `${grouped(freeMB)} MB`;

export const zhDevices: DeviceWords = {
  reader: '讀卡機',
  healths: {
    starting: '啟動中',
    'no-service': '服務未執行',
    'service-frozen': '服務無回應',
    'no-reader': '未連接',
    ready: '正常',
  },
  noReaders: '沒有讀卡機。',
  insertions: '插卡次數',
  ofLife: (n) => `${grouped(n)}／約 10,000`,
  readErrors: '讀取失敗',
  care: { none: '狀況良好', clean: '請清潔接點', order: '請備新機' },

  printer: '印表機',
  links: { none: '未設定', connecting: '連接中', online: '正常', offline: '離線', unreachable: '無法連接' },
  paper: '紙張',
  papers: { ok: '足夠', 'near-end': '將用完', out: '用完', unknown: '未回報' },
  cover: '上蓋',
  covers: { closed: '關閉', open: '開啟', unknown: '未回報' },
  test: '列印測試頁',
  testOrdered: '測試頁已送出。',

  queue: '待印單據',
  emptyQueue: '沒有待印的單據。',
  slip: '單據',
  number: '單號',
  copy: (n) => `補印 ${n}`,
  state: '狀態',
  printed: '已印出',
  printCopy: '補印一張',
  settled: '已處理。',

  file: '資料',
  disk: '磁碟空間',
  disks: { ok: '足夠', low: '將滿', full: '已滿' },
  free: (mb) => `剩 ${megabytes(mb)}`,
  backup: '備份',
  lastBackup: '上次備份',
  never: '尚未備份',
  folder: '備份位置',
  faults: {
    'folder-gone': '找不到資料夾',
    'not-writable': '無法寫入',
    'not-whole': '驗證不符',
    'storage-full': '空間已滿',
  },
  backUpNow: '立即備份',
  backedUp: '已備份並驗證。',
  clock: '時鐘',
  trusts: { trusted: '正常', behind: '早於最後一筆紀錄', jumped: '有跳動' },
};

export const enDevices: DeviceWords = {
  reader: 'Card reader',
  healths: {
    starting: 'Starting',
    'no-service': 'Service not running',
    'service-frozen': 'Service not answering',
    'no-reader': 'Not connected',
    ready: 'Ready',
  },
  noReaders: 'No card reader.',
  insertions: 'Insertions',
  ofLife: (n) => `${grouped(n)} of about 10,000`,
  readErrors: 'Read errors',
  care: { none: 'In good order', clean: 'Clean the contacts', order: 'Order a reader' },

  printer: 'Printer',
  links: {
    none: 'Not set up',
    connecting: 'Connecting',
    online: 'Ready',
    offline: 'Offline',
    unreachable: 'Not reachable',
  },
  paper: 'Paper',
  papers: { ok: 'Enough', 'near-end': 'Low', out: 'Out', unknown: 'Not reported' },
  cover: 'Cover',
  covers: { closed: 'Closed', open: 'Open', unknown: 'Not reported' },
  test: 'Print a test slip',
  testOrdered: 'The test slip is on its way.',

  queue: 'Slips not printed',
  emptyQueue: 'All slips are printed.',
  slip: 'Slip',
  number: 'Number',
  copy: (n) => `copy ${n}`,
  state: 'State',
  printed: 'It came out',
  printCopy: 'Print a copy',
  settled: 'Done.',

  file: 'Data',
  disk: 'Disk',
  disks: { ok: 'Enough', low: 'Nearly full', full: 'Full' },
  free: (mb) => `${megabytes(mb)} free`,
  backup: 'Backup',
  lastBackup: 'Last backup',
  never: 'Never',
  folder: 'Folder',
  faults: {
    'folder-gone': 'Folder gone',
    'not-writable': 'Not writable',
    'not-whole': 'Did not verify',
    'storage-full': 'Full',
  },
  backUpNow: 'Back up now',
  backedUp: 'Backed up and verified.',
  clock: 'Clock',
  trusts: { trusted: 'Right', behind: 'Behind the last entry', jumped: 'Jumped' },
};
