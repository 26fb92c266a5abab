/** A row of radio buttons with a legend. */
export function Choice<T extends string>(props: {
  readonly legend: string;
  readonly choices: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (choice: T) => void;
}) {
  const { legend, choices, labels, chosen, onChoose } = props;
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={legend} checked={choice === chosen} onChange={() => onChoose(choice)} />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
