import { clockTime } from '../day-format.ts';
import type { GateWords } from './gate-words.ts';

export const zhGate: GateWords = {
  title: '請登入',
  choose: '請選擇姓名',
  pinOf: (name) => `${name}，請輸入密碼`,
  pin: '密碼',
  keyed: (digits) => `已輸入 ${digits} 碼`,
  keypad: '數字鍵',
  erase: '刪除',
  signIn: '登入',
  other: '換人',
  cancel: '取消',
  drill: '練習',
  nobody: '沒有可登入的人員',
  roles: { pharmacist: '藥師', staff: '店員', manager: '店長' },
  lockedUntil: (until) => `鎖定至 ${clockTime(until)}`,
  wrongPin: (left) => `密碼不符，還可再試 ${left} 次。`,
  locked: (until) => `密碼輸入錯誤過多，請於 ${clockTime(until)} 後再試，或請店長重設密碼。`,
  refusals: {
    unknown: '這位人員已停用，請選擇其他姓名。',
    malformed: '密碼須為 4 至 8 位數字，請再輸入一次。',
    'storage-full': '磁碟空間已滿，無法登入。請清出空間後再試。',
    'storage-failed': '資料無法寫入，無法登入。請查看系統紀錄檔。',
    fault: '程式發生錯誤，請再試一次；持續時請重新啟動程式。',
    lost: '連線中斷，恢復後請再輸入一次。',
  },
};
