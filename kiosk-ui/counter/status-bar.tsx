import type { CounterSnapshot } from '#api';
import { minutesBetween } from '../day-format.ts';
import type { Words } from '../words/words.ts';
import { printerAlert } from './alerts.ts';
import { useScreen } from './screen-context.ts';

/** A thin line that is silent while all is well: a name in grey. What is wrong stands out and says so. */
export function StatusBar() {
  const { words, state } = useScreen();
  const { snapshot, now } = state;
  if (!snapshot) return null;
  const { reader, printer, central, policy, clock } = snapshot;
  const { status } = words;
  const oldest = central.oldestUnsentAt ?? now;
  return (
    <ul class="status" aria-label={status.label}>
      <Item
        name={status.reader}
        said={status.readers[reader.health]}
        mood={reader.health === 'ready' ? 'well' : 'wrong'}
      />
      <Item name={status.printer} said={printerWords(words, printer)} mood={printerMood(printer)} />
      <Item name={status.central} said={status.centrals[central.link]} mood={centralMood[central.link]} />
      {central.unsent > 0 && <li>{status.unsent(central.unsent, minutesBetween(oldest, now))}</li>}
      <li class="policy">{status.policy(policy.since)}</li>
      <li class={clock.behind ? 'wrong' : ''}>
        <time>{status.clock(now)}</time>
      </li>
    </ul>
  );
}

/** `absent` is said, because it is neither well nor wrong: this till has none. */
type Mood = 'well' | 'wrong' | 'absent';

const centralMood: Readonly<Record<CounterSnapshot['central']['link'], Mood>> = {
  none: 'absent',
  online: 'well',
  offline: 'wrong',
};

function printerMood(printer: CounterSnapshot['printer']): Mood {
  if (printer.link === 'none') return 'absent';
  return printerAlert(printer) === null ? 'well' : 'wrong';
}

function Item({ name, said, mood }: { readonly name: string; readonly said: string; readonly mood: Mood }) {
  return (
    <li class={mood}>
      {name} <span class={mood === 'well' ? 'unseen' : ''}>{said}</span>
    </li>
  );
}

function printerWords({ status }: Words, printer: CounterSnapshot['printer']): string {
  const { link, paper, cover, waiting } = printer;
  const state =
    cover === 'open'
      ? status.coverOpen
      : paper === 'out' || paper === 'near-end'
        ? status.papers[paper]
        : status.printers[link];
  return waiting > 0 ? `${state} · ${status.waiting(waiting)}` : state;
}
