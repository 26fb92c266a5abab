export interface PinTwiceProps {
  readonly words: { readonly pin: string; readonly pinAgain: string; readonly pinHint: string };
  readonly pin: string;
  readonly again: string;
  readonly onPin: (pin: string) => void;
  readonly onAgain: (pin: string) => void;
}

/** A new PIN, keyed in twice and never readable. No password field: the browser would offer to keep it. */
export function PinTwice({ words, pin, again, onPin, onAgain }: PinTwiceProps) {
  return (
    <>
      <div class="pair">
        {(
          [
            ['pin', words.pin, pin, onPin],
            ['pinAgain', words.pinAgain, again, onAgain],
          ] as const
        ).map(([name, label, value, onValue]) => (
          <label key={name} class="entry">
            <span>{label}</span>
            <input
              name={name}
              data-figures
              data-masked
              inputMode="numeric"
              autocomplete="off"
              maxLength={8}
              value={value}
              onInput={({ currentTarget }) => {
                currentTarget.value = currentTarget.value.replace(/\D/g, '');
                onValue(currentTarget.value);
              }}
            />
          </label>
        ))}
      </div>
      <p class="hint">{words.pinHint}</p>
    </>
  );
}
