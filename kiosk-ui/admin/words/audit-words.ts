/** Who did what. */
export interface AuditWords {
  readonly at: string;
  readonly who: string;
  readonly deed: string;
  readonly more: string;
  /** By the centre's own names for them. */
  readonly deeds: Readonly<Record<string, string>>;
}

export const auditZh: AuditWords = {
  at: '時刻',
  who: '操作者',
  deed: '操作內容',
  more: '更早的',
  deeds: {
    'import-outlets': '匯入販售點名單',
    'announce-policy': '公布購買規定',
    'give-access': '管理 API 權杖',
    'keep-accounts': '管理帳號',
    'sign-in': '登入',
    'accept-invitation': '接受邀請',
    'read-audit': '查閱操作紀錄',
    'announce-delivery': '公布配貨',
    'send-message': '傳話給櫃檯',
    'make-code': '產生啟用碼',
    'revoke-till': '停用櫃檯機',
    'answer-carried': '處理隨身碟資料',
    'back-up': '備份',
  },
};

export const auditEn: AuditWords = {
  at: 'When',
  who: 'Who',
  deed: 'What',
  more: 'Earlier ones',
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
  },
};
