import { dayAndTime, grouped, monthDay } from '../../day-format.ts';
import type { AuditFact, Deed, Role } from '../wall.ts';
import { outlets } from './counted-en.ts';

/** Who did what. */
export interface AuditWords {
  readonly at: string;
  readonly who: string;
  readonly deed: string;
  readonly allDeeds: string;
  readonly nothing: string;
  /** Before the reason. */
  readonly refused: string;
  readonly begun: string;
  readonly deeds: Readonly<Record<Deed, string>>;
  /** @param who as the centre wrote it: `王小美 (county 新北市)` */
  readonly person: (who: string) => string;
  /** A sentence of it; empty where the deed says everything. */
  readonly fact: (fact: AuditFact, nameOf: (outlet: string) => string) => string;
}

/** With the role in words, between the brackets of the language. */
const personIn =
  (roles: Readonly<Record<Role, string>>, [open, close]: readonly [string, string]) =>
  (who: string): string =>
    who.replace(
      / \((authority|county|chain|outlet)( .*)?\)$/,
      (_, role: Role, scope: string | undefined) => `${open}${roles[role]}${scope ?? ''}${close}`,
    );

type Person = Extract<AuditFact, { readonly of: 'account' | 'token' }>;
const whatZh: Readonly<Record<Person['what'], string>> = {
  invited: '邀請',
  'invited-again': '重新邀請',
  given: '發給',
  ended: '終止',
  'session-ended': '登出裝置，',
  'looked-at': '查看裝置，',
  listed: '查看清單',
};
const whatEn: Readonly<Record<Person['what'], string>> = {
  invited: 'invited',
  'invited-again': 'invited again',
  given: 'gave one to',
  ended: 'ended that of',
  'session-ended': 'signed out a device of',
  'looked-at': 'looked at the devices of',
  listed: 'looked at the list',
};

const span = (from: string, to: string): string => [from, to].filter(Boolean).join('–');

export const auditZh: AuditWords = {
  at: '時刻',
  who: '操作者',
  deed: '操作內容',
  allDeeds: '全部操作',
  nothing: '沒有符合的操作紀錄',
  refused: '未完成：',
  begun: '未確認是否完成',
  deeds: {
    'import-outlets': '匯入販售點名單',
    'announce-policy': '公布購買規定',
    'give-access': '管理 API 權杖',
    'keep-accounts': '管理帳號',
    'sign-in': '登入',
    'accept-invitation': '接受邀請',
    'read-audit': '查閱操作紀錄',
    'announce-delivery': '公布配貨',
    'send-message': '傳送訊息給櫃檯',
    'make-code': '產生啟用碼',
    'revoke-till': '停用櫃檯機',
    'answer-carried': '處理隨身碟資料',
    'back-up': '備份',
    export: '匯出',
  },
  person: personIn({ authority: '主管機關', county: '縣市', chain: '連鎖總部', outlet: '販售點' }, [
    '（',
    '）',
  ]),
  fact(fact, nameOf) {
    switch (fact.of) {
      case 'delivery': {
        const to = typeof fact.to === 'number' ? `${grouped(fact.to)} 家` : nameOf(fact.to);
        return `${monthDay(fact.day)}，${to}，成人 ${grouped(fact.adult)}、兒童 ${grouped(fact.child)}`;
      }
      case 'policy':
        return `${fact.id}，${dayAndTime(fact.effective)} 生效`;
      case 'account':
      case 'token':
        return `${whatZh[fact.what]}${fact.name}`;
      case 'message':
        return `${fact.to === '' ? '全部' : nameOf(fact.to)}，「${fact.text}」`;
      case 'outlet':
        return [nameOf(fact.outlet), fact.tillId.slice(0, 8)].filter(Boolean).join('，');
      case 'export':
        return [fact.file, span(fact.from, fact.to)].filter(Boolean).join('，');
      case 'file':
        return `檔案 ${grouped(fact.bytes)} 位元組`;
      case 'folder':
        return fact.folder;
      case 'other':
        return fact.text;
      case 'nothing':
        return '';
    }
  },
};

export const auditEn: AuditWords = {
  at: 'When',
  who: 'Who',
  deed: 'What',
  allDeeds: 'Everything',
  nothing: 'Nothing of that was done',
  refused: 'Not done:',
  begun: 'Not known whether it was finished',
  deeds: {
    'import-outlets': 'Imported the list of outlets',
    'announce-policy': 'Announced rules',
    'give-access': 'Looked after API tokens',
    'keep-accounts': 'Looked after accounts',
    'sign-in': 'Signed in',
    'accept-invitation': 'Accepted an invitation',
    'read-audit': 'Read the audit',
    'announce-delivery': 'Announced deliveries',
    'send-message': 'Sent a word to counters',
    'make-code': 'Made an enrolment code',
    'revoke-till': 'Revoked a till',
    'answer-carried': 'Took records from a stick',
    'back-up': 'Made a backup',
    export: 'Exported',
  },
  person: personIn({ authority: 'authority', county: 'county', chain: 'chain', outlet: 'outlet' }, [
    ' (',
    ')',
  ]),
  fact(fact, nameOf) {
    switch (fact.of) {
      case 'delivery': {
        const to = typeof fact.to === 'number' ? outlets(fact.to) : nameOf(fact.to);
        return `for ${fact.day}, ${to}, adult ${grouped(fact.adult)}, child ${grouped(fact.child)}`;
      }
      case 'policy':
        return `${fact.id}, in force from ${dayAndTime(fact.effective)}`;
      case 'account':
      case 'token':
        return `${whatEn[fact.what]} ${fact.name}`.trim();
      case 'message':
        return `to ${fact.to === '' ? 'all' : nameOf(fact.to)}, “${fact.text}”`;
      case 'outlet':
        return [nameOf(fact.outlet), fact.tillId.slice(0, 8)].filter(Boolean).join(', ');
      case 'export':
        return [fact.file, span(fact.from, fact.to)].filter(Boolean).join(', ');
      case 'file':
        return `a file of ${grouped(fact.bytes)} bytes`;
      case 'folder':
        return fact.folder;
      case 'other':
        return fact.text;
      case 'nothing':
        return '';
    }
  },
};
