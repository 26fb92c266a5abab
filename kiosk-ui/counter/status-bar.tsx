import type { CounterSnapshot } from '#api';
import { type CentreState, centreState } from '../centre-state.ts';
import { minutesBetween } from '../day-format.ts';
import type { Instant } from '../wall.ts';
import type { Words } from '../words/words.ts';
import { printerAlert } from './alerts.ts';
import { useScreen } from './screen-context.ts';

/** A thin line that is silent while all is well: a name in grey. What is wrong stands out and says so. */
export function StatusBar() {
  const { words, state } = useScreen();
  const { snapshot, now } = state;
  if (!snapshot) return null;
  const { printer, central, policy, clock, you, messages } = snapshot;
  const { status } = words;
  return (
    <ul class="status" aria-label={status.label}>
      <Reader reader={snapshot.reader} />
      <Item name={status.printer} said={printerWords(words, printer)} mood={printerMood(printer)} />
      <Centre central={central} now={now} />
      {messages.length > 0 && <li>{status.messages(messages.length)}</li>}
      <Exceptions snapshot={snapshot} />
      {state.preferences.muted && <li>{status.muted}</li>}
      <li class="policy">{status.policy(policy.since)}</li>
      <li>
        <span class="unseen">{status.person}</span> {you.name}
      </li>
      <li class={clock.trust === 'trusted' ? '' : 'wrong'}>
        {clock.trust !== 'trusted' && status.clockInDoubt} <time>{status.clock(now)}</time>
      </li>
    </ul>
  );
}

/** What has no place of its own while all is well. */
function Exceptions({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words } = useScreen();
  const { disk, backup, dayToClose, sellingState } = snapshot;
  const { status } = words;
  const said = [
    sellingState.state === 'open' ? null : words.menu.states[sellingState.state],
    disk.state === 'ok' ? null : status.disk(disk.freeMB),
    backup.fault && status.backup,
    dayToClose && status.dayToClose(dayToClose),
  ];
  return (
    <>
      {said.map(
        (text) =>
          text && (
            <li key={text} class="wrong">
              {text}
            </li>
          ),
      )}
    </>
  );
}

/** `absent` is said, because it is neither well nor wrong: this till has none. */
type Mood = 'well' | 'wrong' | 'absent';

const centralMood: Readonly<Record<CentreState, Mood>> = {
  none: 'absent',
  'not-enrolled': 'wrong',
  connecting: 'absent',
  online: 'well',
  equal: 'well',
  offline: 'wrong',
  waiting: 'wrong',
  halted: 'wrong',
};

/** While all is well an entry waits a few seconds for its turn; only what waits for minutes is worth a word. */
function Centre({ central, now }: Pick<CounterSnapshot, 'central'> & { readonly now: Instant }) {
  const { status } = useScreen().words;
  const { unsent, oldestUnsentAt } = central;
  const state = centreState(central);
  const minutes = oldestUnsentAt === null ? 0 : minutesBetween(oldestUnsentAt, now);
  const late = centralMood[state] === 'wrong' || minutes >= 2;
  return (
    <>
      <Item name={status.central} said={status.centrals[state]} mood={centralMood[state]} />
      {unsent > 0 && late && <li>{status.unsent(unsent, minutes)}</li>}
    </>
  );
}

function Reader({ reader }: Pick<CounterSnapshot, 'reader'>) {
  const { status } = useScreen().words;
  const care = reader.readers.map((one) => one.care).find((one) => one !== 'none');
  if (reader.health === 'ready' && care) {
    return <Item name={status.reader} said={status.cares[care]} mood="absent" />;
  }
  return (
    <Item
      name={status.reader}
      said={status.readers[reader.health]}
      mood={reader.health === 'ready' ? 'well' : 'wrong'}
    />
  );
}

function printerMood(printer: CounterSnapshot['printer']): Mood {
  if (printer.link === 'none') return 'absent';
  if (printerAlert(printer) !== null) return 'wrong';
  // A slip or two is what a printer at work has before it; said, because a customer may be waiting for one.
  return printer.waiting > 0 ? 'absent' : 'well';
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
