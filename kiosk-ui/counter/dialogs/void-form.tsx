import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import type { VoidReason } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';

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
  useEffect(() => form.current?.querySelector<HTMLElement>('button')?.focus(), []);
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
        const chosen = reasons[Number(event.key) - 1];
        if (chosen) choose(chosen);
        else if (event.key === 'Delete') voidSale();
      }}
    >
      <legend>
        {slipSearch.void} {receiptNumber}
      </legend>
      <p class="hint">{slipSearch.voidHint}</p>
      <fieldset class="large-choices two" aria-label={slipSearch.voidWhy}>
        {reasons.map((one, i) => (
          <Button
            key={one}
            label={slipSearch.voidReasons[one]}
            keycap={String(i + 1)}
            tone={one === reason ? 'chosen' : 'plain'}
            pressed={one === reason}
            onPress={() => choose(one)}
          />
        ))}
      </fieldset>
      <label class="entry">
        <span>{words.note}</span>
        <input
          maxLength={200}
          autocomplete="off"
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
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
