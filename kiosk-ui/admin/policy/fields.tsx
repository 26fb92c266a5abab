import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What is said at a field that has to be mended; `null`: nothing is the matter. */
export type Fault = string | null;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly fault: Fault;
}

/** A line of text. */
export const TextField = ({ label, value, onValue, fault }: FieldProps) => (
  <Field label={label} fault={fault}>
    {(said) => (
      <input
        {...said}
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
);

/** A day and a time of day; empty while one of its parts is. */
export const TimeField = ({ label, value, onValue, fault }: FieldProps) => (
  <Field label={label} fault={fault}>
    {(said) => (
      <input
        {...said}
        type="datetime-local"
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
);

/** Digits; a text until it is sent, so that empty is not 0. */
export const FigureField = ({
  label,
  value,
  onValue,
  fault,
  most = 3,
}: FieldProps & { readonly most?: number }) => (
  <Field label={label} fault={fault}>
    {(said) => (
      <input
        {...said}
        data-figures
        inputMode="numeric"
        autocomplete="off"
        maxLength={most}
        value={value}
        onInput={({ currentTarget }) => {
          currentTarget.value = currentTarget.value.replace(/\D/g, '');
          onValue(currentTarget.value);
        }}
      />
    )}
  </Field>
);

type Said = { readonly id: string; readonly 'aria-invalid'?: 'true'; readonly 'aria-describedby'?: string };

function Field({
  label,
  fault,
  children,
}: Pick<FieldProps, 'label' | 'fault'> & { readonly children: (said: Said) => ComponentChildren }) {
  const id = useId();
  const why = `${id}-fault`;
  return (
    <div class="entry" data-fault={fault === null ? undefined : ''}>
      <label for={id}>{label}</label>
      {children({ id, ...(fault !== null && { 'aria-invalid': 'true', 'aria-describedby': why }) })}
      {fault !== null && (
        <small class="fault" id={why}>
          {fault}
        </small>
      )}
    </div>
  );
}
