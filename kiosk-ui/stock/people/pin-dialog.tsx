import { useState } from 'preact/hooks';
import { PinTwice } from '../../look/pin-twice.tsx';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { OperatorView } from '../terms.ts';

/** A new PIN for one person; it also unlocks. */
export function PinDialog({
  operator: { operatorId, name },
  onClose,
}: {
  readonly operator: OperatorView;
  readonly onClose: () => void;
}) {
  const { words, newId } = usePage();
  const { people } = words;
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const { said, busy, send, say } = useSending();
  const set = async () => {
    if (pin !== again) return say({ tone: 'unclear', text: (w) => w.people.pinsDiffer });
    if (pin === '') return say({ tone: 'unclear', text: (w) => w.people.pinHint });
    const refusal = await send({ type: 'set-pin', commandId: newId(), operatorId, pin }, (w) =>
      w.people.pinSet(name),
    );
    if (refusal === null) onClose();
  };
  return (
    <Dialog title={people.pinTitle(name)} onClose={onClose}>
      <Form name={people.pinTitle(name)} onSend={() => void set()}>
        <PinTwice words={people} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        <div class="answers">
          <button type="submit" class="button main" disabled={busy}>
            {words.save}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Dialog>
  );
}
