import type { HolderView, Verdict } from '#api';
import type { MayNot, Today } from '../wall.ts';
import type { Words } from '../words/words.ts';

/** The one line of reason: 「2/19 已購 2 片，2/26 起可再購」, and without the card 「2/26 起可再購」. */
export function reasonLine(words: Words, verdict: Verdict, holder: HolderView | null, today: Today): string {
  if (verdict.verdict !== 'may-not') return words.reason.againAfterThis(verdict.draft.nextDay);
  return words.reason.joined(refusal(words, verdict, holder, today));
}

function refusal(
  { reason: say }: Words,
  { reason, nextDay, nextTime }: MayNot,
  holder: HolderView | null,
  today: Today,
): readonly string[] {
  switch (reason) {
    case 'bought-recently': {
      const again = nextDay ? say.againFrom(nextDay, nextTime) : say.noDate;
      if (!holder) return [again];
      const [last] = holder.purchases;
      return [last ? say.bought(last) : say.boughtRecently, again];
    }
    case 'not-your-weekday':
      return [say.notYourWeekday[today.parity], nextDay ? say.from(nextDay, nextTime) : say.noDate];
    case 'scheme-not-in-force':
      return nextDay ? [say.schemeNotInForce, say.from(nextDay, nextTime)] : [say.schemeNotInForce];
    case 'sold-out':
      return nextDay ? [say.soldOut, say.onSaleFrom(nextDay)] : [say.soldOut];
    case 'too-many-cards':
      return [say.tooManyCards];
  }
}
