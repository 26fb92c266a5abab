import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { ReceiptView } from '../terms.ts';
import { wordFor } from '../word-for.ts';
import { VoidDialog } from './void-dialog.tsx';

type Row = ReceiptView & { readonly why?: readonly string[] };

/** Receipts with what may be done about each: a copy of its slip, or a void. */
export function ReceiptTable({ receipts }: { readonly receipts: readonly Row[] }) {
  const { words, snapshot, newId } = usePage();
  const { history } = words;
  const [voiding, setVoiding] = useState<string | null>(null);
  const { said, busy, send, say } = useSending();
  const reviewed = receipts.some(({ why }) => why !== undefined);
  return (
    <>
      {said && <SaidLine said={said} />}
      <div class="wide">
        <table class="table receipts">
          <thead>
            <tr>
              <th scope="col">{history.receipt}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{history.sold}</th>
              <th scope="col">{history.lastThree}</th>
              <th scope="col" class="figure">
                {history.amount}
              </th>
              <th scope="col">{reviewed ? history.why : words.by}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {receipts.map((receipt) => (
              <tr key={receipt.receiptNumber} data-voided={receipt.voided ? '' : undefined}>
                <th scope="row">
                  {receipt.receiptNumber}
                  {receipt.voided && (
                    <div>
                      <small class="mark">{history.voided}</small>
                    </div>
                  )}
                </th>
                <td>{shortTime(receipt.at, snapshot.clock.day)}</td>
                <td class="struck">
                  {receipt.lines.map(({ kind, pieces, lastThree }, i) => (
                    <div key={`${i}${lastThree}`}>{`${words.kindsShort[kind]} ${pieces}`}</div>
                  ))}
                </td>
                <td>
                  {receipt.lines.map(({ lastThree, byHand }, i) => (
                    <div key={`${i}${lastThree}`}>
                      {lastThree}
                      {byHand && <span class="mark">{history.byHand}</span>}
                      {receipt.paper && <span class="mark">{history.paper}</span>}
                    </div>
                  ))}
                </td>
                <td class="figure struck">{words.amount(receipt.total)}</td>
                <td class="free">
                  {receipt.why
                    ? receipt.why.map((why) => <div key={why}>{wordFor(history.whys, why)}</div>)
                    : receipt.by}
                  {receipt.voided?.by && <small>{receipt.voided.by}</small>}
                </td>
                <td class="doing">
                  <div>
                    <Button
                      label={words.reprint}
                      name={`${words.reprint} ${receipt.receiptNumber}`}
                      tone="quiet"
                      disabled={busy}
                      onPress={() =>
                        void send(
                          {
                            type: 'reprint',
                            commandId: newId(),
                            slip: receipt.voided ? 'void' : 'receipt',
                            reference: receipt.receiptNumber,
                          },
                          (w) => w.copyOrdered,
                        )
                      }
                    />
                    <Button
                      label={history.voidIt}
                      name={history.voidTitle(receipt.receiptNumber)}
                      tone="quiet"
                      disabled={!receipt.mayVoid || receipt.voided !== null}
                      onPress={() => setVoiding(receipt.receiptNumber)}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {voiding !== null && (
        <VoidDialog
          receiptNumber={voiding}
          onClose={() => setVoiding(null)}
          onVoided={() => {
            const receiptNumber = voiding;
            setVoiding(null);
            say({ tone: 'done', text: (w) => w.history.voidDone(receiptNumber) });
          }}
        />
      )}
    </>
  );
}
