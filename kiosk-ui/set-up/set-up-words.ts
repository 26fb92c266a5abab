import type { SetUpReply } from '#api';
import type { NotEnrolled } from './opening.ts';
import type { SetUpFault } from './set-up-form.ts';

/** Everything the first start says. */
export interface SetUpWords {
  readonly lang: string;
  readonly otherLanguage: string;
  readonly title: string;
  readonly intro: string;
  readonly outlet: string;
  readonly code: string;
  readonly codeHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly address: string;
  readonly phone: string;
  readonly optional: string;
  readonly manager: string;
  readonly managerName: string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly pinHint: string;
  readonly enrolmentCode: string;
  readonly enrolmentHint: string;
  readonly begin: string;
  readonly beginning: string;
  readonly faults: Readonly<Record<SetUpFault, string>>;
  readonly refusals: Readonly<Record<Extract<SetUpReply, { ok: false }>['code'] | 'lost', string>>;
  readonly starting: string;
  readonly startingHint: string;
  readonly ready: string;
  readonly doubtful: string;
  /** The till works all the same. */
  readonly notEnrolled: Readonly<Record<NotEnrolled, string>>;
  readonly enrolLater: string;
  readonly enter: string;
}

const zh: SetUpWords = {
  lang: 'zh-Hant-TW',
  otherLanguage: 'English',
  title: '開始使用',
  intro: '填好這一頁就可以開始販售，之後都能在「店務」修改（代碼除外）。',
  outlet: '店別',
  code: '醫事機構代碼',
  codeHint: '10 碼，例：5901010058',
  name: '名稱',
  nameHint: '印在憑證上方',
  address: '地址',
  phone: '電話',
  optional: '可不填',
  manager: '店長',
  managerName: '姓名',
  pin: '密碼',
  pinAgain: '再輸入一次',
  pinHint: '4 至 8 位數字，勿用重複或連續的數字。',
  enrolmentCode: '登錄碼（可不填）',
  enrolmentHint: '由中央核發，例：K7QM-2FXD-9RTB',
  begin: '開始使用',
  beginning: '設定中',
  faults: {
    code: '醫事機構代碼為 10 碼，請再核對。',
    name: '請填店別名稱。',
    managerName: '請填店長姓名。',
    pin: '密碼須為 4 至 8 位數字。',
    pinAgain: '兩次輸入的密碼不同。',
  },
  refusals: {
    'outlet-code': '醫事機構代碼為 10 碼，請再核對。',
    'not-a-pin': '密碼須為 4 至 8 位數字。',
    'pin-too-simple': '密碼太簡單，請勿使用重複或連續的數字。',
    malformed: '畫面版本不符，請重新載入此頁。',
    'storage-failed': '資料無法寫入，請檢查磁碟後再試。',
    lost: '連不到本機程式，請確認程式執行中，再試一次。',
  },
  starting: '設定完成，櫃檯開啟中',
  startingHint: '幾秒後會自動進入。',
  ready: '設定完成',
  doubtful: '代碼的檢查碼與一般不同。少數機構確實如此，請再看一次；若有誤，請聯絡維護人員。',
  notEnrolled: {
    'code-unknown': '中央查無這個登錄碼。',
    'code-used': '這個登錄碼已用於另一台。',
    'code-expired': '這個登錄碼已過期。',
    'unknown-outlet': '中央查無這個機構代碼。',
    'no-line': '目前連不到中央，同一個登錄碼仍可使用。',
    'centre-refused': '中央沒有接受登錄。',
  },
  enrolLater: '可以先開始販售，登錄可稍後在店務頁再試。',
  enter: '進入櫃檯',
};

const en: SetUpWords = {
  lang: 'en',
  otherLanguage: '中文',
  title: 'First start',
  intro: 'Fill in this page and begin to sell. All but the code can be changed later.',
  outlet: 'Outlet',
  code: 'Outlet code',
  codeHint: '10 characters, such as 5901010058',
  name: 'Name',
  nameHint: 'stands on top of every slip',
  address: 'Address',
  phone: 'Phone',
  optional: 'optional',
  manager: 'Manager',
  managerName: 'Name',
  pin: 'PIN',
  pinAgain: 'Once more',
  pinHint: '4 to 8 digits, not repeated and not in a row.',
  enrolmentCode: 'Enrolment code (optional)',
  enrolmentHint: 'from the centre: K7QM-2FXD-9RTB',
  begin: 'Begin',
  beginning: 'Setting up',
  faults: {
    code: 'The outlet code has 10 characters. Please compare.',
    name: 'Key in the name of the outlet.',
    managerName: "Key in the manager's name.",
    pin: 'A PIN has 4 to 8 digits.',
    pinAgain: 'The two PINs differ.',
  },
  refusals: {
    'outlet-code': 'The outlet code has 10 characters. Please compare.',
    'not-a-pin': 'A PIN has 4 to 8 digits.',
    'pin-too-simple': 'Too simple: no repeated digit, and none in a row.',
    malformed: 'This page is out of date. Please reload it.',
    'storage-failed': 'Cannot write. Check the disk, then try again.',
    lost: 'The program cannot be reached. See that it runs, then try again.',
  },
  starting: 'Ready. The counter is opening',
  startingHint: 'It comes by itself in a few seconds.',
  ready: 'Ready',
  doubtful:
    "The code's check digit is unusual. A few outlets do have such a code; please look once more, and call support if it is wrong.",
  notEnrolled: {
    'code-unknown': 'The centre does not know this code.',
    'code-used': 'Another till has used this code.',
    'code-expired': 'This code is too old.',
    'unknown-outlet': 'The centre does not list this outlet code.',
    'no-line': 'The centre cannot be reached now. The same code stays good.',
    'centre-refused': 'The centre did not accept the enrolment.',
  },
  enrolLater: "You can begin to sell. Try again later on the manager's page.",
  enter: 'To the counter',
};

export const setUpWords: Readonly<Record<'zh' | 'en', SetUpWords>> = { zh, en };
