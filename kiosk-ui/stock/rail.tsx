import { clockTime } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import { usePage } from './page-context.ts';
import { type Section, sections } from './page-state.ts';

/** The sections, who is signed in, and the way out. */
export function Rail({ section }: { readonly section: Section }) {
  const { words, snapshot, now, open, help, signOut, switchLanguage } = usePage();
  const { outlet, you, clock, sellingState } = snapshot;
  return (
    <aside class="rail" aria-label={words.title}>
      <div class="where">
        <b>{outlet.name}</b>
        <time>
          {words.day(clock.day)} {clockTime(now)}
        </time>
        <p class="selling" data-state={sellingState.state}>
          {words.today.selling.states[sellingState.state]}
        </p>
      </div>
      <nav aria-label={words.rail}>
        <ul>
          {sections.map((name, i) => (
            <li key={name}>
              <button
                type="button"
                class="button quiet"
                data-keycap={i + 1}
                aria-keyshortcuts={`Alt+${i + 1}`}
                aria-current={name === section ? 'page' : undefined}
                onClick={() => open(name)}
              >
                {words.sections[name]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div class="who">
        <p>
          <b>{you.name}</b>
          <span>{words.roles[you.role]}</span>
        </p>
        <Button label={words.signOut} keycap="Alt 0" shortcut="Alt+0" tone="quiet" onPress={signOut} />
        <Button label={words.help.title} keycap="F1" tone="quiet" onPress={() => help('open')} />
        <Button label={words.otherLanguage} keycap="F8" tone="quiet" onPress={switchLanguage} />
        <a class="button quiet" href="/">
          {words.counter}
        </a>
      </div>
    </aside>
  );
}
