import { useEffect, useRef } from 'preact/hooks';
import type { GateWords } from './gate-words.ts';

/** As long as a PIN may be. */
const mostDigits = 8;

export interface PinPadProps {
  readonly words: GateWords;
  readonly pin: string;
  readonly onPin: (pin: string) => void;
  readonly open: boolean;
}

/**
 * A PIN by keyboard or by touch, never readable. Not a password field: the browser would offer to keep the PIN for
 * whoever comes next; and no field that brings up the system's own keyboard over the keypad.
 */
export function PinPad({ words, pin, onPin, open }: PinPadProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const press = (next: string) => {
    onPin(next.slice(0, mostDigits));
    field.current?.focus();
  };
  return (
    <div class="pin">
      <input
        ref={field}
        aria-label={words.pin}
        inputMode="none"
        autocomplete="off"
        spellcheck={false}
        maxLength={mostDigits}
        disabled={!open}
        value={pin}
        onInput={({ currentTarget }) => {
          currentTarget.value = currentTarget.value.replace(/\D/g, '');
          onPin(currentTarget.value);
        }}
      />
      <output class="unseen">{words.keyed(pin.length)}</output>
      {/* Outside the order of the Tab key: with a keyboard the digits are under the hand already. */}
      <fieldset class="keypad" aria-label={words.keypad}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => (
          <button
            key={digit}
            type="button"
            class="button"
            tabIndex={-1}
            disabled={!open}
            onClick={() => press(pin + digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          class="button erase"
          tabIndex={-1}
          disabled={!open}
          onClick={() => press(pin.slice(0, -1))}
        >
          {words.erase}
        </button>
      </fieldset>
    </div>
  );
}
