import type { OperatorView } from '#api';
import { clockTime } from '../day-format.ts';
import type { SignInOutcome } from '../link/seat.ts';

type Instant = NonNullable<OperatorView['lockedUntil']>;
type RefusalWithoutFigures = Exclude<Extract<SignInOutcome, { ok: false }>['code'], 'wrong-pin' | 'locked'>;

/** Everything the sign-in says. */
export interface GateWords {
  readonly title: string;
  readonly choose: string;
  readonly pinOf: (name: string) => string;
  readonly pin: string;
  readonly keyed: (digits: number) => string;
  readonly keypad: string;
  readonly erase: string;
  readonly signIn: string;
  readonly other: string;
  readonly cancel: string;
  readonly drill: string;
  readonly nobody: string;
  readonly roles: Readonly<Record<OperatorView['role'], string>>;
  readonly lockedUntil: (until: Instant) => string;
  readonly wrongPin: (attemptsLeft: number) => string;
  readonly locked: (until: Instant) => string;
  readonly refusals: Readonly<Record<RefusalWithoutFigures, string>>;
}

const zh: GateWords = {
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

const en: GateWords = {
  title: 'Sign in',
  choose: 'Choose your name',
  pinOf: (name) => `${name}, key in your PIN`,
  pin: 'PIN',
  keyed: (digits) => (digits === 1 ? '1 digit keyed in' : `${digits} digits keyed in`),
  keypad: 'Keypad',
  erase: 'Erase',
  signIn: 'Sign in',
  other: 'Not me',
  cancel: 'Cancel',
  drill: 'Practice',
  nobody: 'Nobody can sign in here',
  roles: { pharmacist: 'Pharmacist', staff: 'Staff', manager: 'Manager' },
  lockedUntil: (until) => `Locked until ${clockTime(until)}`,
  wrongPin: (left) => (left === 1 ? 'Wrong PIN. 1 attempt left.' : `Wrong PIN. ${left} attempts left.`),
  locked: (until) =>
    `Too many wrong PINs. Try again after ${clockTime(until)}, or ask a manager for a new PIN.`,
  refusals: {
    unknown: 'This person has left. Please choose another name.',
    malformed: 'A PIN has 4 to 8 digits. Please key it in again.',
    'storage-full': 'Disk full, nobody can sign in. Free some space and try again.',
    'storage-failed': 'Cannot write, nobody can sign in. See the log file.',
    fault: 'The program met a fault. Try again; restart it if this stays.',
    lost: 'Connection lost. Key it in again once it is back.',
  },
};

export const gateWords: Readonly<Record<'zh' | 'en', GateWords>> = { zh, en };

/** What is said to a person who was not signed in. */
export function refusalSentence(words: GateWords, refusal: Extract<SignInOutcome, { ok: false }>): string {
  switch (refusal.code) {
    case 'wrong-pin':
      return words.wrongPin(refusal.attemptsLeft);
    case 'locked':
      return words.locked(refusal.until as Instant);
    default:
      return words.refusals[refusal.code];
  }
}
