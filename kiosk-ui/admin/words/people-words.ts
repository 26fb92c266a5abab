import type { AccountView } from '../wall.ts';

/** Accounts and sessions. */
export interface PeopleWords {
  readonly accounts: string;
  readonly nobody: string;
  readonly inviteNew: string;
  readonly invite: string;
  readonly role: string;
  readonly scopes: Readonly<Record<'county' | 'chain' | 'outlet', string>>;
  readonly choose: string;
  readonly typeMore: string;
  readonly states: Readonly<Record<AccountView['state'], string>>;
  readonly again: string;
  readonly againSure: (name: string) => string;
  readonly againMeans: string;
  readonly end: string;
  readonly endSure: (name: string) => string;
  readonly endMeans: string;
  readonly ended: (name: string) => string;
  readonly link: (name: string) => string;
  readonly devices: string;
  readonly devicesOf: (name: string) => string;
  readonly nowhere: string;
  readonly sessions: string;
  readonly thisOne: string;
  readonly someBrowser: string;
  readonly since: (time: string) => string;
  readonly endSession: string;
  readonly endSessionSure: string;
  readonly endSessionMeans: string;
  readonly endOthers: string;
  readonly tokens: string;
  readonly noSessions: string;
}

export const peopleZh: PeopleWords = {
  accounts: '登入帳號',
  nobody: '尚無帳號，請先邀請',
  inviteNew: '邀請新帳號',
  invite: '邀請',
  role: '權限',
  scopes: { county: '縣市', chain: '連鎖總部', outlet: '販售點' },
  choose: '請選擇',
  typeMore: '還有更多，請多打幾個字',
  states: { invited: '已邀請', active: '使用中', locked: '暫時鎖定' },
  again: '重新邀請',
  againSure: (name) => `重新邀請${name}？`,
  againMeans: '原來的密碼與驗證器立即失效，所有裝置都會登出；對方須用新的邀請重新設定。',
  end: '終止',
  endSure: (name) => `終止${name}的帳號？`,
  endMeans: '帳號立即失效，所有裝置都會登出。之後可以再邀請同名的人。',
  ended: (name) => `已終止${name}的帳號`,
  link: (name) => `把這個網址交給${name}，三天內開啟一次有效；它只顯示這一次`,
  devices: '裝置',
  devicesOf: (name) => `${name}登入中的裝置`,
  nowhere: '目前沒有登入中的裝置',
  sessions: '登入中的裝置',
  thisOne: '這個裝置',
  someBrowser: '不明的瀏覽器',
  since: (time) => `${time} 登入`,
  endSession: '登出',
  endSessionSure: '登出這個裝置？',
  endSessionMeans: '那個裝置上的畫面會立即回到登入頁。',
  endOthers: '登出其他裝置',
  tokens: 'API 權杖由主機上的指令發給，見使用說明。',
  noSessions: '示範不需要登入。',
};

export const peopleEn: PeopleWords = {
  accounts: 'Accounts',
  nobody: 'No accounts yet. Please invite somebody first',
  inviteNew: 'Invite somebody',
  invite: 'Invite',
  role: 'Role',
  scopes: { county: 'County', chain: 'Chain', outlet: 'Outlet' },
  choose: 'Please choose',
  typeMore: 'There are more. Please type a little more',
  states: { invited: 'Invited', active: 'Active', locked: 'Locked for now' },
  again: 'Invite again',
  againSure: (name) => `Invite ${name} again?`,
  againMeans:
    'Password and authenticator count no more at once, and every device is signed out. The new invitation sets both anew.',
  end: 'End',
  endSure: (name) => `End the account of ${name}?`,
  endMeans: 'It counts no more at once, and every device is signed out. The name may be invited again later.',
  ended: (name) => `The account of ${name} was ended`,
  link: (name) => `Give this address to ${name}. It works once, within three days, and is shown once`,
  devices: 'Devices',
  devicesOf: (name) => `Where ${name} is signed in`,
  nowhere: 'Signed in nowhere',
  sessions: 'Where I am signed in',
  thisOne: 'This device',
  someBrowser: 'Some browser',
  since: (time) => `Since ${time}`,
  endSession: 'Sign out',
  endSessionSure: 'Sign this device out?',
  endSessionMeans: 'What is open there goes back to the sign-in page at once.',
  endOthers: 'Sign out everywhere else',
  tokens: 'Tokens for the API are given out by a command at the machine: see the README.',
  noSessions: 'A demonstration needs no sign-in.',
};
