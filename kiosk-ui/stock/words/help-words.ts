import type { KeyRow } from '../../look/key-list.tsx';

/** 說明: the keys of the manager's page. Those of the sections are named by the sections themselves. */
export interface HelpWords {
  readonly title: string;
  readonly sections: string;
  readonly page: string;
  readonly pageRows: readonly KeyRow[];
  readonly forms: string;
  readonly formRows: readonly KeyRow[];
}

export const zhHelp: HelpWords = {
  title: '說明',
  sections: '各項作業',
  page: '整頁',
  pageRows: [
    ['F1', '說明'],
    ['F8', '中文／英文'],
    ['Alt 0', '登出'],
  ],
  forms: '表單',
  formRows: [
    ['Tab', '下一欄；Shift Tab 回上一欄'],
    ['← → ↑ ↓', '在選項之間移動'],
    ['空白鍵', '按下按鈕；勾選，例如日結的「已核對」'],
    ['Enter', '送出'],
    ['Esc', '關閉對話框'],
  ],
};

export const enHelp: HelpWords = {
  title: 'Help',
  sections: 'Sections',
  page: 'Page',
  pageRows: [
    ['F1', 'Help'],
    ['F8', 'Chinese / English'],
    ['Alt 0', 'Sign out'],
  ],
  forms: 'Forms',
  formRows: [
    ['Tab', 'Next field; Shift Tab goes back'],
    ['← → ↑ ↓', 'Between choices'],
    ['Space', 'Presses a button; ticks, as Checked in a day close'],
    ['Enter', 'Sends'],
    ['Esc', 'Closes a dialog'],
  ],
};
