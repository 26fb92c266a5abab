import { minutesBetween } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import { ageGrade } from './age.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import { Trouble } from './trouble.tsx';
import type { AdminWords } from './words/words.ts';

interface FiguresProps {
  readonly words: AdminWords;
  readonly state: DeskState;
  readonly desk: Pick<Desk, 'retry'>;
}

/** Above figures that are not those of now: from when they are. */
export function OldFigures({ words, state: { line, at, now, day }, desk }: FiguresProps) {
  if (line !== 'lost' || at === null || day === null) return null;
  const minutes = minutesBetween(at, now);
  return (
    <div class="old-figures" data-age={ageGrade(minutes)} role="alert">
      <p>{words.line.old(words.age(minutes))}</p>
      <Button label={words.again} onPress={desk.retry} />
    </div>
  );
}

/** Before the first figures: they are asked for, or they cannot be had. */
export function NoFigures({ words, state: { line, trouble }, desk }: FiguresProps) {
  if (line !== 'lost') return <p class="hint quiet-at-first">{words.asking}</p>;
  return (
    <Trouble
      title={words.trouble[trouble === 'not-reached' ? 'notReached' : 'broke']}
      hint={words.trouble.byItself}
      again={words.again}
      onAgain={desk.retry}
    />
  );
}
