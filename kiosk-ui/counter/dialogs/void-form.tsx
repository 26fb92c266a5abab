import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import type { VoidReason } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';
import { chosenBy, LargeChoices } from './large-choices.tsx';
import { NoteEntry } from './note-entry.tsx';

const reasons: readonly VoidReason[] = [
  'wrong-card',
  'wrong-kind-or-quantity',
  'not-paid',
  'returned',
  'other',
];

interface VoidProps {
  readonly receiptNumber: string;
  readonly onBack: () => void;
}

/** 作廢: a reason first, then a key of its own. Enter pressed twice by habit chooses a reason and no more. */
export function VoidForm({ receiptNumber, onBack }: VoidProps) {
  const { words, state, perform } = useScreen();
  const { slipSearch } = words;
  const [reason, choose] = useState<VoidReason | null>(null);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFieldSetElement>(null);
  // Before the frame is painted, or a quick key would find no reasons.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const ready = reason !== null && state.connection === 'online' && state.awaiting !== 'void-sale';
  const voidSale = () => {
    if (!ready || reason === null) return;
    perform({ want: 'order', order: { type: 'void-sale', receiptNumber, reason, note: note.trim() } });
  };
  return (
    <fieldset
      ref={form}
      class="void-form"
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        const chosen = chosenBy(event.key, reasons);
        if (chosen) choose(chosen);
        else if (event.key === 'Delete') voidSale();
      }}
    >
      <legend>
        {slipSearch.void} {receiptNumber}
      </legend>
      <p class="hint">{slipSearch.voidHint}</p>
      <LargeChoices
        name={slipSearch.voidWhy}
        choices={reasons}
        labels={slipSearch.voidReasons}
        chosen={reason}
        onChoose={choose}
        columns="two"
      />
      <NoteEntry label={words.note} value={note} onNote={setNote} />
      <div class="answers">
        <Button label={words.act.back} onPress={onBack} />
        <Button
          label={slipSearch.void}
          name={slipSearch.voidReally(receiptNumber)}
          keycap="Delete"
          tone="main"
          disabled={!ready}
          onPress={voidSale}
        />
      </div>
    </fieldset>
  );
}
