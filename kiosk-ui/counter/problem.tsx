import { Button } from '../look/button.tsx';
import type { Stage } from '../wall.ts';
import { DismissButton } from './dismiss-button.tsx';
import { useScreen } from './screen-context.ts';

/** Cards that will not be read however often they are put in. */
const keyedInInstead: readonly Stage<'problem'>['code'][] = ['unreadable', 'bad-data'];

/** What happened, what to do, one button. It stays until someone presses it. */
export function Problem({ session }: { readonly session: Stage<'problem'> }) {
  const { words, perform } = useScreen();
  const { what, next } = words.problems[session.code];
  return (
    <div class="problem-text">
      <h1>{what}</h1>
      <p>{next}</p>
      <div class="problem-actions">
        <DismissButton label={words.act.understood} />
        {keyedInInstead.includes(session.code) && (
          <Button
            label={words.act.byHand}
            keycap="F5"
            tone="quiet"
            onPress={() => perform({ want: 'open', dialog: 'by-hand' })}
          />
        )}
      </div>
    </div>
  );
}
