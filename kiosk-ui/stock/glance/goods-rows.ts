import type { GlanceView } from '#api';
import { type Day, kinds } from '../terms.ts';
import type { GlanceWords } from '../words/glance-words.ts';

export interface GoodsRowsWords {
  readonly glance: GlanceWords;
  readonly kindsShort: Readonly<Record<(typeof kinds)[number], string>>;
}

/** Allotted and brought, by the day on which it goes on sale and by kind: name and figure. */
export function goodsRows(
  { today: now, next }: GlanceView['goods'],
  today: Day,
  { glance, kindsShort }: GoodsRowsWords,
): readonly (readonly [name: string, figure: string])[] {
  const days = [
    [glance.onSaleToday, now],
    [glance.onSaleNext(next.day, today), next],
  ] as const;
  return days.flatMap(([name, { announced, received, besides }]) =>
    kinds.map((kind) => {
      const came = {
        announced: announced?.[kind] ?? null,
        received: received[kind],
        besides: besides[kind],
      };
      return [`${name} ${kindsShort[kind]}`, glance.goodsCount(came)] as const;
    }),
  );
}
