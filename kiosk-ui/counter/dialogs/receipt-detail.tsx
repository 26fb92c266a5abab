import type { CounterSnapshot, ReceiptView } from '#api';
import { Button } from '../../look/button.tsx';
import type { ReceiptLine } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';

interface DetailProps {
  readonly receiptNumber: string;
  /** `null` until the till has answered; the sale made last is known without asking. */
  readonly receipt: ReceiptView | null;
  readonly lastSale: CounterSnapshot['lastSale'];
  readonly onVoid: () => void;
}

/** A line of the sale made last is known without its amount and its card. */
type KnownLine = Pick<ReceiptLine, 'kind' | 'pieces'> & Partial<ReceiptLine>;

/** One receipt, and what can be done with it. */
export function ReceiptDetail({ receiptNumber, receipt, lastSale, onVoid }: DetailProps) {
  const { words, state, perform } = useScreen();
  const { slipSearch } = words;
  const lines: readonly KnownLine[] = receipt?.lines ?? lastSale?.lines ?? [];
  const open = state.connection === 'online';
  return (
    <>
      <h3>{receiptNumber}</h3>
      {receipt && (
        <p class="hint">
          {slipSearch.at(receipt.day, receipt.at)}
          {receipt.by && ` · ${slipSearch.soldBy(receipt.by)}`}
        </p>
      )}
      {receipt?.voided && <Voided voided={receipt.voided} />}
      <ul class="receipt-lines">
        {lines.map((line, i) => (
          <li key={i}>
            <span>
              {words.kindsShort[line.kind]} {words.count(line.pieces)}
            </span>
            <small>{line.lastThree && words.visit.lastThree(line.lastThree)}</small>
            <span>{line.amount !== undefined && words.money(line.amount)}</span>
          </li>
        ))}
        <li class="sum">
          <span>{slipSearch.sum}</span>
          <small />
          <b>{words.money(receipt?.total ?? lastSale?.total ?? 0)}</b>
        </li>
      </ul>
      <div class="detail-actions">
        <button
          type="button"
          class="button main"
          data-first
          data-print
          disabled={!open || state.awaiting === 'reprint'}
          onClick={() =>
            perform({ want: 'order', order: { type: 'reprint', slip: 'receipt', reference: receiptNumber } })
          }
        >
          {words.act.copy}
        </button>
        <Button
          label={slipSearch.onDisplay}
          disabled={!open}
          onPress={() => perform({ want: 'send', command: { type: 'show-receipt', receiptNumber } })}
        />
        <Button
          label={slipSearch.void}
          disabled={!open || !receipt?.mayVoid || receipt.voided !== null}
          onPress={onVoid}
        />
      </div>
      <p class="hint">
        {receipt && !receipt.mayVoid && receipt.voided === null ? slipSearch.mayNotVoid : slipSearch.copyHint}
      </p>
    </>
  );
}

function Voided({
  voided: { at, by, reason, note },
}: {
  readonly voided: NonNullable<ReceiptView['voided']>;
}) {
  const { slipSearch } = useScreen().words;
  return (
    <p>
      <span class="voided">{slipSearch.voidedAt(at, by)}</span>{' '}
      {[slipSearch.voidReasons[reason], note].filter(Boolean).join(' · ')}
    </p>
  );
}
