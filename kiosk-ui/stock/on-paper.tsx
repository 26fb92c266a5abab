import { clockTime } from '../day-format.ts';
import { usePage } from './page-context.ts';

/** The head of a printed page: which outlet, and when it was printed. The screen says both elsewhere. */
export function OnPaper() {
  const { words, snapshot, now } = usePage();
  const { outlet, clock } = snapshot;
  return (
    <p class="on-paper">
      <b>
        {outlet.name}　{outlet.code}
      </b>
      <span>{words.printedAt(clock.day, clockTime(now))}</span>
    </p>
  );
}
