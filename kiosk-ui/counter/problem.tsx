import type { Stage } from '../wall.ts';
import { DismissButton } from './dismiss-button.tsx';
import { useScreen } from './screen-context.ts';

/** What happened, what to do, one button. It stays until someone presses it. */
export function Problem({ session }: { readonly session: Stage<'problem'> }) {
  const { words } = useScreen();
  const { what, next } = words.problems[session.code];
  return (
    <div class="problem-text">
      <h1>{what}</h1>
      <p>{next}</p>
      <DismissButton label={words.act.understood} />
    </div>
  );
}
