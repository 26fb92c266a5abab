import type { OfferPairingReply, PhonesView } from '#api';

type OfferRefusal = Extract<OfferPairingReply, { ok: false }>['code'] | 'lost';

/** 手機: who else in the shop's network looks on. */
export interface PhonesWords {
  readonly title: string;
  readonly none: string;
  readonly hint: string;
  readonly pair: string;
  readonly managerOnly: string;
  readonly browser: string;
  readonly unknownBrowser: string;
  readonly pairedAt: string;
  readonly lastSeen: string;
  readonly online: string;
  readonly end: string;
  readonly endAll: string;
  readonly ended: string;
  readonly faults: Readonly<Record<NonNullable<PhonesView['fault']>, string>>;
  readonly scan: string;
  readonly scanHint: string;
  readonly code: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly over: string;
  readonly anew: string;
  readonly paired: string;
  readonly address: string;
  readonly refusals: Readonly<Record<OfferRefusal, string>>;
}

export const zhPhones: PhonesWords = {
  title: '手機',
  none: '沒有配對的手機。',
  hint: '配對的手機只能看今日數字，看不到任何人的資料，也不能操作。',
  pair: '配對手機',
  managerOnly: '由店長配對手機。',
  browser: '手機',
  unknownBrowser: '未知的瀏覽器',
  pairedAt: '配對時間',
  lastSeen: '最近連線',
  online: '連線中',
  end: '解除',
  endAll: '全部解除',
  ended: '已解除配對。',
  faults: {
    'no-network': '這台電腦不在配對時的網路位址，手機看不到。位址換了，請重新配對。',
    'port-taken': '連接埠被其他程式占用，手機看不到，請聯絡維護人員。',
  },
  scan: '用手機掃描',
  scanHint: '手機須連上店內同一個 Wi-Fi。此條碼限用一次。',
  code: '手機配對條碼',
  secondsLeft: (seconds) => `${seconds} 秒內有效`,
  over: '條碼已過期。',
  anew: '重新產生',
  paired: '手機已配對。',
  address: '這台電腦的網路位址',
  refusals: {
    'no-network': '這台電腦沒有連上網路，請先連上店內網路再配對。',
    'port-taken': '連接埠被其他程式占用，請聯絡維護人員設定 TERMINAL_PHONE_PORT。',
    'choose-address': '請選擇店內網路所用的位址。',
    drill: '練習模式不能配對手機。',
    'not-your-right': '由店長配對手機。',
    'signed-out': '已登出，請重新登入。',
    malformed: '畫面版本不符，請重新載入此頁。',
    'storage-full': '磁碟空間已滿，請清出空間後再試。',
    'storage-failed': '資料無法寫入，請查看系統紀錄檔。',
    fault: '程式發生錯誤，請查看系統紀錄檔。',
    lost: '連線中斷，恢復後請再試一次。',
  },
};

export const enPhones: PhonesWords = {
  title: 'Phones',
  none: 'No phone is paired.',
  hint: 'A paired phone sees the figures of today: nothing of any person, and it can change nothing.',
  pair: 'Pair a phone',
  managerOnly: 'A manager pairs phones.',
  browser: 'Phone',
  unknownBrowser: 'Unknown browser',
  pairedAt: 'Paired',
  lastSeen: 'Last seen',
  online: 'Online',
  end: 'End',
  endAll: 'End all',
  ended: 'The pairing is ended.',
  faults: {
    'no-network':
      'This machine is not at the address of the pairing: phones cannot see it. Pair them anew if it moved.',
    'port-taken': 'Another program has the port: phones cannot see the till. Call support.',
  },
  scan: 'Scan with the phone',
  scanHint: 'The phone has to be in the same Wi-Fi. The code can be used once.',
  code: 'Pairing code for a phone',
  secondsLeft: (seconds) => `good for ${seconds} s`,
  over: 'The code is too old.',
  anew: 'New code',
  paired: 'The phone is paired.',
  address: 'Network address of this machine',
  refusals: {
    'no-network': 'This machine is in no network: join the shop’s network first.',
    'port-taken': 'Another program has the port: support can set TERMINAL_PHONE_PORT.',
    'choose-address': 'Choose the address that belongs to the shop’s network.',
    drill: 'No phone can be paired in a drill.',
    'not-your-right': 'A manager pairs phones.',
    'signed-out': 'Signed out: sign in again.',
    malformed: 'This page is of another version: load it again.',
    'storage-full': 'The disk is full: free some space first.',
    'storage-failed': 'The database cannot be written: see the log.',
    fault: 'The till met a fault: see the log.',
    lost: 'The line dropped: try again once it is back.',
  },
};
