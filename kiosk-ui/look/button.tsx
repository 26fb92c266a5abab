/** A button that names its key. The accessible name is the label alone. */
export interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  /** Shown on the keycap; `shortcut` is the same for assistive technology, where the two differ. */
  readonly keycap?: string;
  readonly shortcut?: string;
  readonly tone?: 'main' | 'plain' | 'quiet' | 'chosen';
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly name?: string;
}

export function Button({ label, onPress, keycap, shortcut, tone = 'plain', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${tone}`}
      data-keycap={keycap}
      onClick={onPress}
      disabled={rest.disabled ?? false}
      aria-label={rest.name}
      aria-keyshortcuts={shortcut ?? keycap}
      aria-pressed={rest.pressed}
    >
      {label}
    </button>
  );
}
