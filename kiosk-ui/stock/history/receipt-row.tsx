import type { ReviewView } from '#api';
import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import type { ReceiptView } from '../terms.ts';
import { wordFor } from '../word-for.ts';

/** A receipt, and in a review why someone should look at it, and whether a manager did. */
export type ReviewedReceipt = ReceiptView & {
  readonly why?: readonly string[];
  readonly review?: ReviewView;
};

export interface ReceiptDoings {
  readonly busy: boolean;
  readonly reprint: (slip: 'receipt' | 'void', receiptNumber: string) => void;
  readonly void: (receiptNumber: string) => void;
  /** `null`: a manager does. */
  readonly signOff: ((receiptNumber: string) => void) | null;
}

interface RowProps {
  readonly receipt: ReviewedReceipt;
  readonly doings: ReceiptDoings;
}

export function ReceiptRow({ receipt, doings }: RowProps) {
  const { words, snapshot } = usePage();
  const { history } = words;
  const { receiptNumber, at, lines, total, paper, voided, why, review, by } = receipt;
  return (
    <tr data-voided={voided ? '' : undefined}>
      <th scope="row">
        {receiptNumber}
        {voided && (
          <div>
            <small class="mark">{history.voided}</small>
          </div>
        )}
      </th>
      <td>{shortTime(at, snapshot.clock.day)}</td>
      <td class="struck">
        {lines.map(({ kind, pieces }, i) => (
          <div key={i}>{`${words.kindsShort[kind]} ${pieces}`}</div>
        ))}
      </td>
      <td>
        {lines.map(({ lastThree, byHand }, i) => (
          <div key={i}>
            {lastThree}
            {byHand && <span class="mark">{history.byHand}</span>}
            {paper && <span class="mark">{history.paper}</span>}
          </div>
        ))}
      </td>
      <td class="figure struck">{words.amount(total)}</td>
      <td class="free">
        {why ? why.map((code) => <div key={code}>{wordFor(history.whys, code)}</div>) : by}
        {review?.state === 'signed-off' && (
          <small>{history.signedBy(shortTime(review.at, snapshot.clock.day), review.by)}</small>
        )}
        {voided && <small>{voidedBecause(history.reasons[voided.reason], voided)}</small>}
      </td>
      <td class="doing">
        <RowButtons receipt={receipt} doings={doings} />
      </td>
    </tr>
  );
}

/** `用錯卡片 · 家人的卡 · 陳店長`: why a sale was taken back, what was noted, and by whom. */
const voidedBecause = (reason: string, { note, by }: NonNullable<ReceiptView['voided']>): string =>
  [reason, note, by].filter(Boolean).join(' · ');

function RowButtons({ receipt: { receiptNumber, voided, mayVoid, review }, doings }: RowProps) {
  const { words } = usePage();
  const { signOff } = doings;
  return (
    <div>
      {signOff && review?.state === 'open' && (
        <Button
          label={words.history.signOff}
          name={words.history.signOffOne(receiptNumber)}
          disabled={doings.busy}
          onPress={() => signOff(receiptNumber)}
        />
      )}
      {/* Who reviews signs off or voids; there is no room for more. */}
      {review?.state !== 'open' && (
        <Button
          label={words.reprint}
          name={`${words.reprint} ${receiptNumber}`}
          tone="quiet"
          disabled={doings.busy}
          onPress={() => doings.reprint(voided ? 'void' : 'receipt', receiptNumber)}
        />
      )}
      <Button
        label={words.history.voidIt}
        name={words.history.voidTitle(receiptNumber)}
        tone="quiet"
        disabled={!mayVoid || voided !== null}
        onPress={() => doings.void(receiptNumber)}
      />
    </div>
  );
}
