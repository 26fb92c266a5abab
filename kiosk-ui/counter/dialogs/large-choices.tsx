import { Button } from '../../look/button.tsx';

export interface LargeChoicesProps<T extends string> {
  readonly choices: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly chosen: T | null;
  readonly onChoose: (choice: T) => void;
  /** Beside one another; one under the other if not said. */
  readonly columns?: 'two' | 'three';
  readonly name?: string;
}

/** One of several, each with the digit that chooses it. */
export function LargeChoices<T extends string>(props: LargeChoicesProps<T>) {
  const { choices, labels, chosen, onChoose, columns = '', name } = props;
  return (
    <fieldset class={`large-choices ${columns}`} aria-label={name}>
      {choices.map((choice, i) => (
        <Button
          key={choice}
          label={labels[choice]}
          keycap={String(i + 1)}
          tone={choice === chosen ? 'chosen' : 'plain'}
          pressed={choice === chosen}
          onPress={() => onChoose(choice)}
        />
      ))}
    </fieldset>
  );
}

/** What a digit chooses: `3` is the third. */
export const chosenBy = <T extends string>(key: string, choices: readonly T[]): T | undefined =>
  choices[Number(key) - 1];
