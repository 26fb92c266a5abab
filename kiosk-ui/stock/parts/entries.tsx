import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface EntryProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly most?: number;
  readonly disabled?: boolean;
  /** Shown, and not to be changed here. */
  readonly fixed?: boolean;
  /** For the focus to find it again. */
  readonly name?: string;
}

/** A line of text. */
export function TextEntry({ label, value, onValue, hint, most = 200, disabled, name }: EntryProps) {
  return (
    <label class="entry">
      <span>{label}</span>
      <input
        name={name}
        autocomplete="off"
        spellcheck={false}
        maxLength={most}
        placeholder={hint}
        disabled={disabled ?? false}
        value={value}
        // A tab between two cells of a spreadsheet comes along when they are pasted; the till refuses it.
        onInput={({ currentTarget }) => onValue(currentTarget.value.replace(/\p{Cc}/gu, ' '))}
      />
    </label>
  );
}

/** Digits; what was keyed in stays a text until it is sent, so that empty is not 0. */
export function FigureEntry({ label, value, onValue, hint, most = 5, fixed, name }: EntryProps) {
  return (
    <label class="entry">
      <span>{label}</span>
      <input
        name={name}
        data-figures
        inputMode="numeric"
        autocomplete="off"
        maxLength={most}
        placeholder={hint}
        readOnly={fixed ?? false}
        tabIndex={fixed ? -1 : undefined}
        value={value}
        onInput={({ currentTarget }) => {
          currentTarget.value = currentTarget.value.replace(/\D/g, '');
          onValue(currentTarget.value);
        }}
      />
    </label>
  );
}

interface DayEntryProps extends Omit<EntryProps, 'hint' | 'most'> {
  readonly from?: string;
  readonly until?: string;
  /** Of the line that says what is wrong with it. */
  readonly faultId?: string | null;
}

export function DayEntry({ label, value, onValue, from, until, name, faultId }: DayEntryProps) {
  return (
    <label class="entry">
      <span>{label}</span>
      <input
        type="date"
        aria-invalid={faultId ? true : undefined}
        aria-describedby={faultId ?? undefined}
        name={name}
        min={from}
        max={until}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

export interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onValue: (value: T) => void;
}

/** One of a few, all in sight; the arrow keys move. */
export function Choice<T extends string>({ legend, options, value, onValue }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Something that a person says by ticking it. */
export function Tick({
  label,
  ticked,
  onTick,
}: {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={ticked}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** A form that sends itself and never the page. */
export function Form({
  onSend,
  children,
  name,
}: {
  readonly onSend: () => void;
  readonly children: ComponentChildren;
  readonly name: string;
}) {
  return (
    <form
      class="form"
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
