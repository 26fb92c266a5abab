import { useState } from 'preact/hooks';
import { PinTwice } from '../../look/pin-twice.tsx';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, Form, TextEntry, Tick } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { OperatorView, Role } from '../terms.ts';

const roles = ['pharmacist', 'staff', 'manager'] as const;

/** Adds a person (`operator: null`) or changes one. */
export function OperatorDialog({
  operator,
  onClose,
}: {
  readonly operator: OperatorView | null;
  readonly onClose: () => void;
}) {
  const { words, newId } = usePage();
  const { people } = words;
  const [name, setName] = useState(operator?.name ?? '');
  const [role, setRole] = useState<Role>(operator?.role ?? 'pharmacist');
  const [active, setActive] = useState(operator?.active ?? true);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const { said, busy, send, say } = useSending();
  const title = operator ? people.editTitle(operator.name) : people.addTitle;

  const keep = async () => {
    const trimmed = name.trim();
    if (trimmed === '') return say({ tone: 'unclear', text: (w) => w.people.nameMissing });
    if (!operator && pin !== again) return say({ tone: 'unclear', text: (w) => w.people.pinsDiffer });
    if (!operator && pin === '') return say({ tone: 'unclear', text: (w) => w.people.pinHint });
    const refusal = await send(
      {
        type: 'keep-operator',
        commandId: newId(),
        operatorId: operator?.operatorId ?? null,
        name: trimmed,
        role,
        active,
        pin: operator ? null : pin,
      },
      (w) => w.people.kept(trimmed),
    );
    if (refusal === null) onClose();
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <Form name={title} onSend={() => void keep()}>
        <TextEntry label={people.name} most={20} value={name} onValue={setName} />
        <Choice
          legend={people.role}
          value={role}
          options={roles.map((value) => ({ value, label: words.roles[value] }))}
          onValue={setRole}
        />
        {operator ? (
          <Tick label={people.stillHere} ticked={active} onTick={setActive} />
        ) : (
          <PinTwice words={people} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        )}
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
