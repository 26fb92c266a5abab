import { centreState } from '../../centre-state.ts';
import { grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import type { Section } from '../page-state.ts';
import { State } from '../parts/state.tsx';
import type { StockSnapshot } from '../terms.ts';
import type { Words } from '../words/words.ts';

interface Part {
  readonly name: string;
  readonly tone: 'well' | 'wrong';
  readonly text: string;
  readonly where: Section;
}

/** What the day stands on, in one quiet line; what is wrong with it is said above as well. */
export function Health() {
  const { words, snapshot, open } = usePage();
  return (
    <ul class="health" aria-label={words.today.health}>
      {partsOf(snapshot, words).map(({ name, tone, text, where }) => (
        <li key={name}>
          <button type="button" class="button quiet" onClick={() => open(where)}>
            <span>{name}</span> <State tone={tone} text={text} />
          </button>
        </li>
      ))}
    </ul>
  );
}

export function partsOf({ reader, printer, central }: StockSnapshot, words: Words): readonly Part[] {
  const { devices, sections, today } = words;
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
  if (central.mode === 'none') return parts;
  const state = centreState(central);
  const tone = state === 'halted' || state === 'offline' ? 'wrong' : 'well';
  const text = central.unsent === 0 ? today.allSent : today.unsentNow(grouped(central.unsent));
  return [...parts, { name: sections.centre, where: 'centre', tone, text }];
}
