import { type CentreState, centreState } from '../../centre-state.ts';
import { unsentAge } from '../../unsent-age.ts';
import { usePage } from '../page-context.ts';
import type { Section } from '../page-state.ts';
import { State, type Tone } from '../parts/state.tsx';
import type { Instant, StockSnapshot } from '../terms.ts';
import type { Words } from '../words/words.ts';

interface Part {
  readonly name: string;
  readonly tone: Tone;
  readonly text: string;
  readonly where: Section;
}

/** What the day stands on, in one quiet line; what is wrong with it is said above as well. */
export function Health() {
  const { words, snapshot, now, open } = usePage();
  return (
    <ul class="health" aria-label={words.today.health}>
      {partsOf(snapshot, words, now).map(({ name, tone, text, where }) => (
        <li key={name}>
          <button type="button" class="button quiet" onClick={() => open(where)}>
            <span>{name}</span> <State tone={tone} text={text} />
          </button>
        </li>
      ))}
    </ul>
  );
}

export function partsOf(
  { reader, printer, central, clock }: StockSnapshot,
  words: Words,
  now: Instant = clock.now,
): readonly Part[] {
  const { devices } = words;
  const readerWell = reader.health === 'ready' || reader.health === 'starting';
  const printerWell = printer.link !== 'offline' && printer.link !== 'unreachable' && printer.paper !== 'out';
  // Printers go offline when their paper ends.
  const paperOut = printer.paper === 'out' && printer.link !== 'unreachable';
  const parts: Part[] = [
    {
      ...{ name: devices.reader, where: 'devices', tone: readerWell ? 'well' : 'wrong' },
      text: devices.healths[reader.health],
    },
    {
      ...{ name: devices.printer, where: 'devices', tone: printerWell ? 'well' : 'wrong' },
      text: paperOut ? `${devices.paper} ${devices.papers.out}` : devices.links[printer.link],
    },
  ];
  return central.mode === 'none' ? parts : [...parts, centrePart(central, words, now)];
}

/** What stands before the entries that wait, and says why they do. */
const said: readonly CentreState[] = ['not-enrolled', 'offline', 'waiting', 'halted'];

function centrePart(central: StockSnapshot['central'], words: Words, now: Instant): Part {
  const { sections, today, centre } = words;
  const { entries, minutes, age } = unsentAge(central, now);
  const state = centreState(central);
  const unsent = entries === 0 ? null : today.unsentNow(entries, minutes);
  const texts = [said.includes(state) ? centre.states[state] : null, unsent].filter((text) => text !== null);
  return {
    ...{ name: sections.centre, where: 'centre', text: texts.join(words.between) || today.allSent },
    tone: toneOf(state, age),
  };
}

/** A line that is cut is nothing to run for; what waits for ten minutes is, and for an hour even more. */
function toneOf(state: CentreState, age: ReturnType<typeof unsentAge>['age']): Tone {
  if (age === 'too-late') return 'bad';
  if (age === 'late' || state === 'halted') return 'wrong';
  return said.includes(state) ? 'quiet' : 'well';
}
