/** Accounts and sessions. */
export interface PeopleWords {
  readonly accounts: string;
  readonly invite: string;
  readonly role: string;
  readonly scope: string;
  readonly scopeHint: string;
  readonly states: Readonly<Record<'invited' | 'active' | 'locked', string>>;
  readonly end: string;
  readonly again: string;
  readonly link: (name: string) => string;
  readonly sessions: string;
  readonly thisOne: string;
  readonly since: string;
  readonly endSession: string;
  readonly endOthers: string;
  readonly tokens: string;
  readonly noSessions: string;
}

export const peopleZh: PeopleWords = {
  accounts: '可登入的人',
  invite: '邀請',
  role: '權限',
  scope: '範圍',
  scopeHint: '縣市名、連鎖名或店點代碼',
  states: { invited: '已邀請', active: '使用中', locked: '暫時鎖定' },
  end: '終止',
  again: '重新邀請',
  link: (name) => `把這個網址交給${name}，三天內開啟一次有效；它只顯示這一次`,
  sessions: '我的登入',
  thisOne: '這裡',
  since: '登入於',
  endSession: '登出',
  endOthers: '登出其他裝置',
  tokens: 'API 權杖由主機上的指令發給，見使用說明。',
  noSessions: '示範不需要登入。',
};

export const peopleEn: PeopleWords = {
  accounts: 'People who may sign in',
  invite: 'Invite',
  role: 'Role',
  scope: 'Scope',
  scopeHint: 'Name of the county or chain, or code of the outlet',
  states: { invited: 'Invited', active: 'Active', locked: 'Locked for now' },
  end: 'End',
  again: 'Invite again',
  link: (name) => `Give this address to ${name}. It works once, within three days, and is shown once`,
  sessions: 'Where I am signed in',
  thisOne: 'Here',
  since: 'Since',
  endSession: 'Sign out',
  endOthers: 'Sign out everywhere else',
  tokens: 'Tokens for the API are given out by a command at the machine: see the README.',
  noSessions: 'A demonstration needs no sign-in.',
};
