import { useState } from 'preact/hooks';
import { usePage } from '../page-context.ts';
import { Pages } from '../parts/pages.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type ReceiptDoings, ReceiptRow, type ReviewedReceipt } from './receipt-row.tsx';
import { VoidDialog } from './void-dialog.tsx';

const pageSize = 20;

/** Receipts with what may be done about each: a copy of its slip, or a void. */
export function ReceiptTable({ receipts }: { readonly receipts: readonly ReviewedReceipt[] }) {
  const { newId } = usePage();
  const [voiding, setVoiding] = useState<string | null>(null);
  const { said, busy, send, say } = useSending();
  const doings: ReceiptDoings = {
    busy,
    reprint: (slip, reference) =>
      void send({ type: 'reprint', commandId: newId(), slip, reference }, (w) => w.copyOrdered),
    void: setVoiding,
  };
  return (
    <>
      {said && <SaidLine said={said} />}
      <Pages of={receipts} size={pageSize}>
        {(shown) => (
          <div class="wide">
            <table class="table receipts">
              <Head reviewed={receipts.some(({ why }) => why !== undefined)} />
              <tbody>
                {shown.map((receipt) => (
                  <ReceiptRow key={receipt.receiptNumber} receipt={receipt} doings={doings} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Pages>
      {voiding !== null && (
        <VoidDialog
          receiptNumber={voiding}
          onClose={() => setVoiding(null)}
          onVoided={() => {
            setVoiding(null);
            say({ tone: 'done', text: (w) => w.history.voidDone(voiding) });
          }}
        />
      )}
    </>
  );
}

function Head({ reviewed }: { readonly reviewed: boolean }) {
  const { words } = usePage();
  const { history } = words;
  return (
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
  );
}
