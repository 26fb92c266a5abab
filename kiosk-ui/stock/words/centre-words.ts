import type { MessageView, TakeBackReply } from '#api';
import type { CentreHalt, CentreState } from '../../centre-state.ts';
import type { RuleSet, StockSnapshot } from '../terms.ts';
import {
  enCentreStates,
  enUnsent,
  type UnsentCount,
  zhCentreStates,
  zhUnsent,
} from './centre-state-words.ts';

type RefusedPolicy = NonNullable<StockSnapshot['central']['refusedPolicy']>;
type TakeBackRefusal = Extract<TakeBackReply, { ok: false }>['code'] | 'lost';

/** 中央: how this till stands with the centre, and what came from there. */
export interface CentreWords {
  readonly standing: string;
  readonly states: Readonly<Record<CentreState, string>>;
  /** What it means for the counter, and what to do. */
  readonly meaning: Readonly<Record<Exclude<CentreState, 'halted' | 'online' | 'equal'>, string>>;
  /** Instead, where the centre says what this program does not know. */
  readonly newerCentre: string;
  readonly halts: Readonly<Record<CentreHalt, string>>;
  readonly unsent: string;
  readonly unsentCount: UnsentCount;
  readonly heard: string;
  readonly notHeard: string;
  readonly again: string;
  readonly tryNow: string;
  readonly trying: string;
  readonly outlet: string;

  readonly policy: string;
  readonly now: string;
  readonly next: string;
  readonly noNext: string;
  readonly since: (then: string) => string;
  readonly packNumber: (number: number) => string;
  readonly ownPack: string;
  readonly allowance: (rules: RuleSet) => string;
  readonly refused: Readonly<Record<RefusedPolicy['why'], string>>;
  readonly refusedPack: (number: number, why: string) => string;

  readonly enrol: string;
  readonly enrolAgain: string;
  readonly code: string;
  readonly codeHint: string;
  readonly codeFrom: string;
  readonly goesOn: string;
  readonly doEnrol: string;
  readonly enrolled: string;
  readonly managerOnly: string;

  readonly carry: string;
  readonly carryHint: string;
  readonly carryOut: string;
  readonly carriedOut: string;
  readonly carryRefused: string;
  readonly takeBack: string;
  readonly takenBack: string;
  readonly takeBackRefusals: Readonly<Record<TakeBackRefusal, string>>;

  readonly conflicts: string;
  readonly conflictsHint: string;
  readonly earlier: string;
  readonly later: string;
  readonly here: string;

  readonly messages: string;
  readonly noMessages: string;
  readonly urgencies: Readonly<Record<MessageView['urgency'], string>>;
  readonly read: string;
  readonly wasRead: string;
}

export const zhCentre: CentreWords = {
  standing: '連線',
  states: zhCentreStates,
  meaning: {
    none: '這台沒有設定中央，依本機紀錄判定。',
    'not-enrolled': '以本機紀錄判定，紀錄先留在本機。請輸入登錄碼。',
    connecting: '程式啟動後尚未收到中央的回應。',
    offline: '以本機紀錄判定，恢復後自動補傳。',
    waiting: '中央暫時未收下紀錄，稍後自動再傳。判定仍會查詢中央。',
  },
  newerCentre: '中央的版本較新，請更新本機程式。可照常銷售，紀錄會保留並自動再傳。',
  halts: {
    copied: '本機資料曾被複製，或還原成較舊的資料。請向中央索取新的登錄碼，在此重新登錄。',
    revoked: '本機已在中央停用（遺失或更換）。若機器仍在店內，請以新的登錄碼重新登錄。',
    'not-known': '中央不認得本機。請以新的登錄碼重新登錄。',
    'old-program': '本機程式版本過舊，請安裝新版。',
    damaged: '本機紀錄檔損壞。請聯絡維護人員檢查，或還原備份。',
    stopped: '中央拒收本機資料。可再試一次；仍不行時請聯絡維護人員。',
  },
  unsent: '未上傳',
  unsentCount: zhUnsent,
  heard: '上次回應',
  notHeard: '啟動後尚無',
  again: '下次再試',
  tryNow: '立即再試',
  trying: '正在再次連線。',
  outlet: '機構代碼',

  policy: '販售規定',
  now: '目前',
  next: '接下來',
  noNext: '沒有已公告的變更',
  since: (then) => `${then} 起`,
  packNumber: (n) => `第 ${n} 號`,
  ownPack: '本機設定',
  allowance: ({ allowance: { adult, child } }) =>
    `成人 ${adult.pieces} 片 / ${adult.days} 日，兒童 ${child.pieces} 片 / ${child.days} 日`,
  refused: {
    'unknown-key': '簽章來源不明',
    'wrongly-signed': '簽章不符',
    unreadable: '內容無法辨識',
    older: '比目前的舊',
  },
  refusedPack: (n, why) => `收到的第 ${n} 號規定無法採用（${why}），仍依目前的規定。請聯絡維護人員。`,

  enrol: '登錄',
  enrolAgain: '重新登錄',
  code: '登錄碼',
  codeHint: '12 碼，例：K7QM-2FXD-9RTB',
  codeFrom: '由中央核發，只能使用一次。',
  goesOn: '中央已有的紀錄不會重傳，其餘由本機接續上傳。',
  doEnrol: '登錄',
  enrolled: '登錄完成，開始上傳。',
  managerOnly: '登錄與檔案傳遞須由店長登入後辦理。',

  carry: '沒有網路時',
  carryHint: '把未上傳的紀錄存到隨身碟，帶到有網路的地方交給中央，再把回覆檔帶回。',
  carryOut: '存出紀錄檔',
  carriedOut: '已存出。',
  carryRefused: '沒有存出，請店長重新登入後再試。',
  takeBack: '讀入回覆檔',
  takenBack: '已讀入，中央已收下。',
  takeBackRefusals: {
    'signed-out': '已登出，請重新登入。',
    'not-your-right': '請店長登入後辦理。',
    'not-now': '本機尚未登錄。',
    malformed: '不是中央的回覆檔，或檔案已損壞。',
    'another-tills': '這是另一台的回覆檔。',
    'wrongly-signed': '不是中央簽發的檔案，或內容遭更動。',
    'not-acknowledged': '已讀入，但中央沒有全部收下，原因見上方。',
    'storage-full': '磁碟空間已滿，沒有讀入。',
    'storage-failed': '資料無法寫入，沒有讀入。',
    fault: '程式發生錯誤，請查看系統紀錄檔。',
    lost: '連不到本機程式，請再試一次。',
  },

  conflicts: '同一期間購買兩次',
  conflictsHint: '多半是斷線期間各自判定。兩筆都算成立；若其中一筆登錄有誤，請在「紀錄」作廢。',
  earlier: '較早',
  later: '較晚',
  here: '本店',

  messages: '中央通知',
  noMessages: '沒有通知。',
  urgencies: { notice: '通知', urgent: '緊急' },
  read: '已讀',
  wasRead: '已標示為已讀。',
};

export const enCentre: CentreWords = {
  standing: 'Connection',
  states: enCentreStates,
  meaning: {
    none: 'No centre is set up. This till decides by its own records.',
    'not-enrolled': 'This till decides by its own records and keeps them. Key in the code.',
    connecting: 'The centre has not answered since the program began.',
    offline: 'This till decides by its own records and sends them once the line is back.',
    waiting:
      'The centre does not take the records yet; they are sent again later. Cards are still checked there.',
  },
  newerCentre:
    'The centre is newer: update this program. Sales go on, and the records are kept and sent again.',
  halts: {
    copied: 'The data was copied, or an older copy was put back. Ask for a new code and enrol again here.',
    revoked: 'This till was revoked as lost or replaced. If it is in its place, enrol it with a new code.',
    'not-known': 'The centre does not know this till. Enrol it with a new code.',
    'old-program': 'This program is too old for the centre. Install the new version.',
    damaged: 'The records are damaged. Call support to check them, or restore a backup.',
    stopped: 'The centre refused the records. Try again; if it stays, call support.',
  },
  unsent: 'Not sent',
  unsentCount: enUnsent,
  heard: 'Last answer',
  notHeard: 'None since the start',
  again: 'Tries again',
  tryNow: 'Try now',
  trying: 'Trying again.',
  outlet: 'Outlet code',

  policy: 'Rules of sale',
  now: 'Now',
  next: 'Next',
  noNext: 'No change is known',
  since: (then) => `From ${then}`,
  packNumber: (n) => `No. ${n}`,
  ownPack: 'own settings',
  allowance: ({ allowance: { adult, child } }) =>
    `adult ${adult.pieces} in ${adult.days} days, child ${child.pieces} in ${child.days} days`,
  refused: {
    'unknown-key': 'unknown signer',
    'wrongly-signed': 'wrong signature',
    unreadable: 'not understood',
    older: 'older than those of now',
  },
  refusedPack: (n, why) => `Rules no. ${n} were not taken (${why}); those of now stay. Call support.`,

  enrol: 'Enrol',
  enrolAgain: 'Enrol again',
  code: 'Enrolment code',
  codeHint: '12 characters: K7QM-2FXD-9RTB',
  codeFrom: 'From the centre, good for one use.',
  goesOn: 'What the centre has is not sent again; this till goes on from there.',
  doEnrol: 'Enrol',
  enrolled: 'Enrolled. Sending begins.',
  managerOnly: 'A manager signs in to enrol this till or to carry files.',

  carry: 'Without a line',
  carryHint: 'Save the records to a stick, take it to the centre, and bring back its answer.',
  carryOut: 'Save the records',
  carriedOut: 'Saved.',
  carryRefused: 'Not saved. A manager signs in again and tries once more.',
  takeBack: 'Read the answer',
  takenBack: 'Read. The centre has the records.',
  takeBackRefusals: {
    'signed-out': 'You are signed out. Please sign in again.',
    'not-your-right': 'Please ask a manager to sign in.',
    'not-now': 'This till is not enrolled.',
    malformed: 'Not an answer of the centre, or a damaged file.',
    'another-tills': "This is another till's answer.",
    'wrongly-signed': 'Not signed by the centre, or changed since.',
    'not-acknowledged': 'Read, but the centre did not take everything. See above.',
    'storage-full': 'Disk full, nothing was read.',
    'storage-failed': 'Cannot write, nothing was read.',
    fault: 'The program met a fault. See the log file.',
    lost: 'The program did not answer. Please try again.',
  },

  conflicts: 'Bought twice in one interval',
  conflictsHint:
    'Mostly decided apart while a line was down. Both stand; if one was recorded in error, void it in History.',
  earlier: 'Earlier',
  later: 'Later',
  here: 'here',

  messages: 'From the centre',
  noMessages: 'Nothing yet.',
  urgencies: { notice: 'Notice', urgent: 'Urgent' },
  read: 'Mark read',
  wasRead: 'Marked as read.',
};
