import { monthDay } from '../day-format.ts';
import { VerdictShape } from '../look/shapes.tsx';
import type { Stage } from '../wall.ts';
import { DismissButton } from './dismiss-button.tsx';
import { Change } from './money.tsx';
import { useScreen } from './screen-context.ts';

/** After the sale the money is what matters: the amount is the largest thing on the screen. */
export function SoldField({ session }: { readonly session: Stage<'sold'> }) {
  const { words } = useScreen();
  return (
    <>
      <h1 class="verdict-word">
        <VerdictShape verdict="may-buy" />
        {words.sold.done}
      </h1>
      <p class="giant amount">
        <b>{words.money(session.total)}</b>
      </p>
      <p class="reason">
        {words.kinds[session.kind]} · {words.count(session.pieces)}
      </p>
      <p class="take-card" data-shown={session.cardInside}>
        {session.cardInside && words.sold.takeCard}
      </p>
    </>
  );
}

export function SoldPanel({ session }: { readonly session: Stage<'sold'> }) {
  const { words } = useScreen();
  const { receiptNumber, nextDay, slip } = session;
  return (
    <>
      <Change tenders={session.tenders} />
      <dl class="facts">
        <dt>{words.sold.receipt}</dt>
        <dd>{receiptNumber}</dd>
        <dt>{words.sold.slip}</dt>
        <dd>{slip ? words.slips[slip] : words.sold.noPrinter}</dd>
        <dt>{words.sold.nextDay}</dt>
        <dd>{monthDay(nextDay)}</dd>
      </dl>
      <div class="actions">
        <DismissButton label={words.act.next} />
      </div>
    </>
  );
}
