import type { Document } from '../terms.ts';

/** 補登: the lines of a paper form, keyed in one after another. */
export interface PaperWords {
  readonly print: string;
  readonly hint: string;
  readonly form: string;
  readonly formNumber: string;
  readonly line: string;
  readonly day: string;
  readonly time: string;
  readonly timeHint: string;
  readonly document: string;
  readonly documents: Readonly<Record<Document, string>>;
  readonly number: string;
  readonly birthYear: string;
  readonly kind: string;
  readonly pieces: string;
  readonly enter: string;
  readonly unclear: Readonly<
    Record<'formNumber' | 'line' | 'day' | 'time' | 'number' | 'birthYear' | 'pieces', string>
  >;
  readonly answers: string;
  readonly noAnswers: string;
  readonly entered: string;
  readonly enteredContested: string;
  readonly refused: string;
  readonly pending: (formLine: string, lastThree: string) => string;
  readonly compared: string;
  readonly contest: string;
  readonly contestHint: string;
  readonly managerNeeded: string;
  readonly keyAgain: string;
}

export const zhPaper: PaperWords = {
  print: '列印空白表',
  hint: '照紙本由第一行起依序輸入；每按一次 Enter 補登一行，證號隨即清除。',
  form: '表單',
  formNumber: '表單號',
  line: '行',
  day: '販售日',
  time: '時間',
  timeHint: '例：0935',
  document: '證件',
  documents: {
    'card-unreadable': '健保卡',
    'identity-card': '身分證',
    'household-register': '戶口名簿',
    'residence-certificate': '居留證',
    'entry-permit': '入出境許可證',
    passport: '護照',
  },
  number: '證號',
  birthYear: '出生年（民國）',
  kind: '口罩',
  pieces: '片數',
  enter: '補登這一行',
  unclear: {
    formNumber: '請填表單號。',
    line: '請填行號。',
    day: '請填販售日。',
    time: '請填紙本上的時間，例：0935。',
    number: '請填證號。',
    birthYear: '請填民國出生年，例：79。',
    pieces: '請填片數。',
  },
  answers: '本次補登',
  noAnswers: '尚未補登。',
  entered: '已補登',
  enteredContested: '已補登，列為不符規定',
  refused: '未補登',
  pending: (formLine, lastThree) => `第 ${formLine} 行，證號末三碼 ${lastThree}`,
  compared: '與紙本相符，補登',
  contest: '仍要補登，列待複核',
  contestHint: '紙本已售出，帳上須有這一筆；會標示為不符當時規定。',
  managerNeeded: '須由店長補登。',
  keyAgain: '重新輸入',
};

export const enPaper: PaperWords = {
  print: 'Print blank forms',
  hint: 'Key the form in from its first line. Each Enter records one line and clears the number.',
  form: 'Form',
  formNumber: 'Form no.',
  line: 'Line',
  day: 'Day of sale',
  time: 'Time',
  timeHint: 'such as 0935',
  document: 'Document',
  documents: {
    'card-unreadable': 'NHI card',
    'identity-card': 'Identity card',
    'household-register': 'Household register',
    'residence-certificate': 'Residence certificate',
    'entry-permit': 'Entry permit',
    passport: 'Passport',
  },
  number: 'Number',
  birthYear: 'Born (ROC)',
  kind: 'Mask',
  pieces: 'Masks',
  enter: 'Record this line',
  unclear: {
    formNumber: "Key in the form's number.",
    line: 'Key in the line.',
    day: 'Key in the day of sale.',
    time: 'Key in the time on the paper, such as 0935.',
    number: 'Key in the number.',
    birthYear: 'Key in the ROC year of birth, such as 79.',
    pieces: 'Key in how many masks.',
  },
  answers: 'Recorded now',
  noAnswers: 'Nothing recorded yet.',
  entered: 'Recorded',
  enteredContested: 'Recorded as against the rules',
  refused: 'Not recorded',
  pending: (formLine, lastThree) => `Line ${formLine}, ID …${lastThree}`,
  compared: 'As on paper, record',
  contest: 'Record for review',
  contestHint: 'It was sold on paper, so the books need it; it is marked as against the rules.',
  managerNeeded: 'A manager has to record it.',
  keyAgain: 'Key in again',
};
