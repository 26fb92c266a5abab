import { useState } from 'preact/hooks';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { VoidReason } from '../terms.ts';

const reasons = ['wrong-card', 'wrong-kind-or-quantity', 'not-paid', 'returned', 'other'] as const;

export interface VoidDialogProps {
  readonly receiptNumber: string;
  readonly onClose: () => void;
  readonly onVoided: () => void;
}

/** 作廢: why, and a note. */
export function VoidDialog({ receiptNumber, onClose, onVoided }: VoidDialogProps) {
  const { words, newId } = usePage();
  const { history } = words;
  const [reason, setReason] = useState<VoidReason>('wrong-kind-or-quantity');
  const [note, setNote] = useState('');
  const { said, busy, send } = useSending();
  const voidIt = async () => {
    const refusal = await send(
      { type: 'void-sale', commandId: newId(), receiptNumber, reason, note: note.trim() },
      (w) => w.history.voidDone(receiptNumber),
    );
    if (refusal === null) onVoided();
  };
  return (
    <Dialog title={history.voidTitle(receiptNumber)} onClose={onClose}>
      <Form name={history.voidTitle(receiptNumber)} onSend={() => void voidIt()}>
        <Choice
          legend={history.voidReason}
          value={reason}
          options={reasons.map((value) => ({ value, label: history.reasons[value] }))}
          onValue={setReason}
        />
        <TextEntry label={words.note} hint={words.optional} value={note} onValue={setNote} />
        <p class="hint">{history.voidHint}</p>
        <div class="answers">
          <button type="submit" class="button main" disabled={busy}>
            {history.voidIt}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Dialog>
  );
}
