/** 人員與店別. */
export interface PeopleWords {
  readonly people: string;
  readonly managerOnly: string;
  readonly add: string;
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly active: string;
  readonly left: string;
  readonly lockedUntil: (time: string) => string;
  readonly you: string;
  readonly edit: string;
  readonly setPin: string;
  readonly unlock: string;
  readonly addTitle: string;
  readonly editTitle: (name: string) => string;
  readonly pinTitle: (name: string) => string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly pinHint: string;
  readonly pinsDiffer: string;
  readonly nameMissing: string;
  readonly stillHere: string;
  readonly kept: (name: string) => string;
  readonly pinSet: (name: string) => string;

  readonly outlet: string;
  readonly code: string;
  readonly outletName: string;
  readonly address: string;
  readonly phone: string;
  readonly outletSaved: string;
}

export const zhPeople: PeopleWords = {
  people: '人員',
  managerOnly: '人員與店別資料由店長維護；您可以變更自己的密碼。',
  add: '新增人員',
  name: '姓名',
  role: '職務',
  state: '狀態',
  active: '在職',
  left: '已停用',
  lockedUntil: (time) => `鎖定至 ${time}`,
  you: '您',
  edit: '變更',
  setPin: '設定密碼',
  unlock: '重設密碼並解鎖',
  addTitle: '新增人員',
  editTitle: (name) => `變更 ${name}`,
  pinTitle: (name) => `設定 ${name} 的密碼`,
  pin: '密碼',
  pinAgain: '再輸入一次',
  pinHint: '4 至 8 位數字，勿用重複或連續的數字。',
  pinsDiffer: '兩次輸入的密碼不同。',
  nameMissing: '請填姓名。',
  stillHere: '在職，可登入',
  kept: (name) => `${name} 的資料已儲存。`,
  pinSet: (name) => `${name} 的密碼已設定。`,

  outlet: '店別',
  code: '醫事機構代碼',
  outletName: '名稱',
  address: '地址',
  phone: '電話',
  outletSaved: '店別資料已儲存，之後的單據都會採用。',
};

export const enPeople: PeopleWords = {
  people: 'People',
  managerOnly: 'A manager keeps people and outlet; you may change your own PIN.',
  add: 'Add a person',
  name: 'Name',
  role: 'Role',
  state: 'State',
  active: 'Active',
  left: 'Has left',
  lockedUntil: (time) => `Locked until ${time}`,
  you: 'you',
  edit: 'Change',
  setPin: 'Set PIN',
  unlock: 'New PIN, unlock',
  addTitle: 'Add a person',
  editTitle: (name) => `Change ${name}`,
  pinTitle: (name) => `PIN of ${name}`,
  pin: 'PIN',
  pinAgain: 'Once more',
  pinHint: '4 to 8 digits, not repeated and not in a row.',
  pinsDiffer: 'The two PINs differ.',
  nameMissing: 'Key in the name.',
  stillHere: 'Works here, may sign in',
  kept: (name) => `${name} is saved.`,
  pinSet: (name) => `The PIN of ${name} is set.`,

  outlet: 'Outlet',
  code: 'Outlet code',
  outletName: 'Name',
  address: 'Address',
  phone: 'Phone',
  outletSaved: 'Saved; every slip from now on says so.',
};
