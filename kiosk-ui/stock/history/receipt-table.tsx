import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Pages } from '../parts/pages.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type ReceiptDoings, ReceiptRow, type ReviewedReceipt } from './receipt-row.tsx';
import { VoidDialog } from './void-dialog.tsx';

const pageSize = 20;

/** Receipts with what may be done about each: a copy of its slip, or a void. */
export function ReceiptTable({ receipts }: { readonly receipts: readonly ReviewedReceipt[] }) {
  const { words, newId, snapshot } = usePage();
  const [voiding, setVoiding] = useState<string | null>(null);
  const { said, busy, send, say } = useSending();
  const signOff = (numbers: readonly string[]) =>
    void send({ type: 'sign-off', commandId: newId(), receipts: [...numbers], conflicts: [] }, (w) =>
      w.history.signedOff(numbers.length),
    );
  const open = receipts.filter(({ review }) => review?.state === 'open');
  const manager = snapshot.you.role === 'manager';
  const doings: ReceiptDoings = {
    busy,
    reprint: (slip, reference) =>
      void send({ type: 'reprint', commandId: newId(), slip, reference }, (w) => w.copyOrdered),
    void: setVoiding,
    signOff: manager ? (number) => signOff([number]) : null,
  };
  return (
    <>
      {said && <SaidLine said={said} />}
      {open.length > 0 && !manager && <p class="hint">{words.history.managerSigns}</p>}
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
      {open.length > 1 && manager && (
        <div class="answers">
          <Button
            label={words.history.signOffAll(open.length)}
            disabled={busy}
            onPress={() => signOff(open.map(({ receiptNumber }) => receiptNumber))}
          />
        </div>
      )}
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
