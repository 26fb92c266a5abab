import { grouped } from '../../day-format.ts';
import { outlets } from './counted-en.ts';

/** Deliveries, announced and received. */
export interface GoodsWords {
  readonly plan: string;
  readonly planHint: string;
  readonly day: string;
  readonly where: string;
  readonly adult: string;
  readonly child: string;
  readonly note: string;
  readonly announce: (outlets: number) => string;
  readonly sure: (outlets: number, adult: string, child: string) => string;
  readonly announced: (outlets: number) => string;
  readonly compare: string;
  /** Heading of the pieces that were announced. */
  readonly announcedPieces: string;
  readonly received: string;
  readonly due: string;
  readonly difference: string;
  readonly same: string;
  readonly summary: (announced: number, received: number, differ: number) => string;
  readonly nothing: string;
}

export const goodsZh: GoodsWords = {
  plan: '公布配貨',
  planHint: '公布後各販售點在進貨時確認；到貨數不同會列在下方。',
  day: '開賣日',
  where: '對象',
  adult: '每家成人片數',
  child: '每家兒童片數',
  note: '備註',
  announce: (n) => `公布給 ${grouped(n)} 家`,
  sure: (n, adult, child) => `將公布給 ${grouped(n)} 家，合計成人 ${adult}、兒童 ${child}。確定公布？`,
  announced: (n) => `已公布給 ${grouped(n)} 家`,
  compare: '公布與到貨',
  announcedPieces: '公布',
  received: '到貨',
  due: '未到',
  difference: '差異',
  same: '相符',
  summary: (all, received, differ) =>
    `${grouped(all)} 筆，已到 ${grouped(received)} 筆，其中 ${grouped(differ)} 筆不符`,
  nothing: '這一天沒有公布的配貨。',
};

export const goodsEn: GoodsWords = {
  plan: 'Announce deliveries',
  planHint: 'Each outlet confirms at goods-in; what came otherwise is listed below.',
  day: 'On sale from',
  where: 'To',
  adult: 'Adult masks each',
  child: 'Child masks each',
  note: 'Note',
  announce: (n) => `Announce to ${outlets(n)}`,
  sure: (n, adult, child) =>
    `To ${outlets(n)}, ${adult} for adults and ${child} for children in all. Announce it?`,
  announced: (n) => `Announced to ${outlets(n)}`,
  compare: 'Announced and received',
  announcedPieces: 'Announced',
  received: 'Received',
  due: 'Due',
  difference: 'Difference',
  same: 'As announced',
  summary: (all, received, differ) =>
    `${grouped(all)} announced, ${grouped(received)} received, of which ${grouped(differ)} differ`,
  nothing: 'Nothing was announced for this day.',
};
