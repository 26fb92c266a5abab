import { Button } from '../look/button.tsx';
import type { Stage } from '../wall.ts';
import { useScreen } from './screen-context.ts';

/** What happened, what to do, one button. It stays until someone presses it. */
export function Problem({ session }: { readonly session: Stage<'problem'> }) {
  const { words, perform } = useScreen();
  const { what, next } = words.problems[session.code];
  return (
    <div class="problem-text">
      <h1>{what}</h1>
      <p>{next}</p>
      <Button
        label={words.act.understood}
        keycap="Enter"
        tone="main"
        onPress={() => perform({ want: 'dismiss' })}
      />
    </div>
  );
}
