import { useEffect, useRef } from 'preact/hooks';
import type { ReceiptView } from '#api';
import { clockTime } from '../../day-format.ts';
import { piecesOf } from '../idle.tsx';
import { useScreen } from '../screen-context.ts';

/** One receipt in the list. The chosen one keeps itself in sight. */
export function ReceiptRow(props: {
  readonly receipt: ReceiptView;
  readonly chosen: boolean;
  readonly onPick: () => void;
}) {
  const { words } = useScreen();
  const { receipt, chosen, onPick } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} data-voided={receipt.voided !== null}>
      <button type="button" class="receipt-row" aria-pressed={chosen} onClick={onPick}>
        <time>{clockTime(receipt.at)}</time>
        <span class="what">
          <b>{receipt.receiptNumber}</b>
          <small>
            {[
              ...words.pieceCounts(piecesOf(receipt.lines)),
              ...(receipt.paper ? [words.slipSearch.paper] : []),
              ...(receipt.lines.some(({ byHand }) => byHand) ? [words.slipSearch.byHand] : []),
            ].join(' · ')}
          </small>
        </span>
        <span class="amount">{receipt.voided ? words.slipSearch.voided : words.money(receipt.total)}</span>
      </button>
    </li>
  );
}
