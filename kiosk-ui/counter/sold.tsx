import { monthDay } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import { VerdictShape } from '../look/shapes.tsx';
import type { Stage } from '../wall.ts';
import { DismissButton } from './dismiss-button.tsx';
import { piecesOf } from './idle.tsx';
import { Change } from './money.tsx';
import { useScreen } from './screen-context.ts';

type Sold = Stage<'sold'>;

/** After the sale the money is what matters: the amount is the largest thing on the screen. */
export function SoldField({ session }: { readonly session: Sold }) {
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
      <p class="reason">{words.pieceCounts(piecesOf(session.lines)).join(' · ')}</p>
      <p class="take-card" data-shown={session.cardInside}>
        {session.cardInside && words.sold.takeCard}
      </p>
    </>
  );
}

/** States of a slip of which the customer may never see the paper. */
const notOnPaper: readonly Sold['slip'][] = [null, 'queued', 'doubtful', 'abandoned'];

export function SoldPanel({ session }: { readonly session: Sold }) {
  const { words, state, perform } = useScreen();
  const { receiptNumber, lines, slip } = session;
  const [only] = lines.length === 1 ? lines : [];
  const printer = state.snapshot?.printer.link;
  return (
    <>
      <Change tenders={session.tenders} />
      <dl class="facts">
        <dt>{words.sold.receipt}</dt>
        <dd>{receiptNumber}</dd>
        <dt>{words.sold.slip}</dt>
        <dd>{slip ? words.slips[slip] : words.sold.noPrinter}</dd>
        {only && (
          <>
            <dt>{words.sold.nextDay}</dt>
            <dd>{monthDay(only.nextDay)}</dd>
          </>
        )}
      </dl>
      {!only && <SoldLines lines={lines} />}
      <div class="actions">
        {printer !== 'online' && notOnPaper.includes(slip) && (
          <Button
            label={words.sold.showReceipt}
            keycap="Q"
            onPress={() => perform({ want: 'send', command: { type: 'show-receipt', receiptNumber } })}
          />
        )}
        <DismissButton label={words.act.next} />
      </div>
    </>
  );
}

function SoldLines({ lines }: Pick<Sold, 'lines'>) {
  const { words } = useScreen();
  return (
    <section class="sold-lines" aria-label={words.sold.nextDays}>
      <h2>{words.sold.nextDays}</h2>
      <ol>
        {lines.map(({ kind, pieces, nextDay }, i) => (
          <li key={i}>
            <span>{words.visit.place(i + 1, lines.length)}</span>
            <span>
              {words.kindsShort[kind]} {words.count(pieces)}
            </span>
            <b>{monthDay(nextDay)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
