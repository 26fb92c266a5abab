/** Over-quota pairs. */
export interface ConflictsWords {
  readonly lead: string;
  readonly nothing: string;
  readonly earlier: string;
  readonly later: string;
  readonly found: string;
}

export const conflictsZh: ConflictsWords = {
  lead: '離線販售後才發現的超額購買。兩邊販售點都已收到通知，紀錄不會刪除。',
  nothing: '沒有待處理的重複購買。',
  earlier: '先',
  later: '後',
  found: '發現',
};

export const conflictsEn: ConflictsWords = {
  lead: 'Purchases over quota that came to light after offline sales. Both outlets were told; nothing is deleted.',
  nothing: 'No open conflicts.',
  earlier: 'Earlier',
  later: 'Later',
  found: 'Found',
};
