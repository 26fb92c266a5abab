/** A line of free text that goes with what is sent. */
export function NoteEntry(props: {
  readonly label: string;
  readonly value: string;
  readonly onNote: (note: string) => void;
}) {
  return (
    <label class="entry">
      <span>{props.label}</span>
      <input
        maxLength={200}
        autocomplete="off"
        value={props.value}
        onInput={({ currentTarget }) => props.onNote(currentTarget.value)}
      />
    </label>
  );
}
