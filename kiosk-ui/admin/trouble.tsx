import './trouble.css';
import { Button } from '../look/button.tsx';
import { VerdictShape } from '../look/shapes.tsx';

/** In the place of what cannot be shown: what happened, what to do, and one button. */
export function Trouble({
  title,
  hint,
  again,
  onAgain,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly again: string;
  readonly onAgain: () => void;
}) {
  return (
    <div class="trouble" role="alert">
      <VerdictShape verdict="confirm" />
      <p>
        <b>{title}</b>
      </p>
      {hint && <p class="hint">{hint}</p>}
      <Button label={again} tone="main" onPress={onAgain} />
    </div>
  );
}
