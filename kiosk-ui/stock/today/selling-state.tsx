import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { SellingState as State } from '../terms.ts';

const states = ['open', 'paused', 'sold-out', 'equipment-broken', 'closed-today'] as const;

/** 販售狀態: what the public is told, and a dialog to change it. */
export function SellingState() {
  const { words, snapshot } = usePage();
  const { selling } = words.today;
  const { state, since } = snapshot.sellingState;
  const [open, setOpen] = useState<'closed' | 'open'>('closed');
  return (
    <section class="strip" aria-label={selling.title}>
      <p>
        <b>{selling.states[state]}</b>
        <span>{since === null ? selling.title : selling.since(shortTime(since, snapshot.clock.day))}</span>
      </p>
      <Button
        label={words.change}
        name={`${words.change}：${selling.title}`}
        onPress={() => setOpen('open')}
      />
      {open === 'open' && <StateDialog onClose={() => setOpen('closed')} />}
    </section>
  );
}

function StateDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, snapshot, newId } = usePage();
  const { selling } = words.today;
  const { state, note } = snapshot.sellingState;
  const [chosen, setChosen] = useState<State | null>(null);
  const [draft, setDraft] = useDraft<string | null>('selling-note', null);
  const { said, busy, send } = useSending();

  const publish = async () => {
    const refusal = await send(
      { type: 'set-selling-state', commandId: newId(), state: chosen ?? state, note: (draft ?? note).trim() },
      (w) => w.today.selling.published,
    );
    if (refusal !== null) return;
    setDraft(null);
    onClose();
  };

  return (
    <Dialog title={selling.title} size="wide" onClose={onClose}>
      <Form name={selling.title} onSend={() => void publish()}>
        <Choice
          legend={selling.title}
          value={chosen ?? state}
          options={states.map((value) => ({ value, label: selling.states[value] }))}
          onValue={setChosen}
        />
        <TextEntry label={words.note} hint={selling.noteHint} value={draft ?? note} onValue={setDraft} />
        <div class="answers">
          <button type="submit" class="button main" disabled={busy}>
            {selling.publish}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Dialog>
  );
}
