import './code-entry.css';
import { caretAfter, codeInGroups, lettersIn } from '../enrolment-code.ts';

export interface CodeEntryProps {
  readonly label: string;
  readonly hint: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

/** A code from the centre, shown in groups of four however it is keyed in. */
export function CodeEntry({ label, hint, code, onCode }: CodeEntryProps) {
  return (
    <label class="entry">
      <span>{label}</span>
      <input
        name="enrolmentCode"
        data-code
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={32}
        placeholder={hint}
        value={code}
        onInput={({ currentTarget }) => onCode(regroup(currentTarget))}
      />
    </label>
  );
}

/** The dashes come and go by themselves; the caret stays with the letter that it stood behind. */
function regroup(input: HTMLInputElement): string {
  const before = lettersIn(input.value.slice(0, input.selectionStart ?? input.value.length));
  const code = codeInGroups(input.value);
  input.value = code;
  input.setSelectionRange(caretAfter(before), caretAfter(before));
  return code;
}
