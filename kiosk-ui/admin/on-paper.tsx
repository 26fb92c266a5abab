import { clockTime, dayOf } from '../day-format.ts';
import { usePage } from './page-context.ts';
import { scopeName } from './scope-name.ts';

/** The head of a printed page: whose it is, and from when its figures are. The screen says both elsewhere. */
export function OnPaper() {
  const { words, state } = usePage();
  const { me, at, now } = state;
  const from = at ?? now;
  return (
    <p class="on-paper">
      <b>
        {words.title}　{words.roles[me.role]} {scopeName(state.all, me.role, me.scope)}
      </b>
      <span>{words.onPaper.at(dayOf(from), clockTime(from))}</span>
    </p>
  );
}
