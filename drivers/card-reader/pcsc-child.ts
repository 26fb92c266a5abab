import type pcsclite from 'pcsclite';
import { type CardLink, linkBeside, type NativeReader } from './card-attempt.ts';
import { emptySlot, nextSlot } from './card-slot.ts';
import { areYouAlive, type ChildTiming } from './child-orders.ts';
import type { ChildMessage } from './child-protocol.ts';
import { monotonicMs } from './monotonic.ts';
import { createReaderSession } from './reader-session.ts';
import { type ServiceState, watchDaemon } from './service-watch.ts';

// The program that holds pcsclite, so that a service that blocks or crashes it takes only this process along. It
// lives as long as one healthy connection to the service: at the first trouble after that it says `lost` and its parent
// replaces it, because only a new pcsclite sees cards again.

const timing = JSON.parse(process.argv[2] ?? '') as ChildTiming;
// The list of readers comes at once, but nothing says where it ends.
const firstReadersWithin = 100;
const lookAgainAfter = 500;

/** Kept for the life of the process, see `linkBeside`. */
const links = new Map<string, CardLink>();

function tell(message: ChildMessage): void {
  // A parent that is gone is noticed by `disconnect`; the error says nothing more.
  process.send?.(message, undefined, undefined, () => undefined);
}

const lost = (health: Exclude<ServiceState, 'answering'>, detail: string) =>
  tell({ type: 'lost', health, detail });

function watchReader(watched: NativeReader): void {
  const reader = watched.name;
  const link = links.get(reader) ?? linkBeside(watched);
  links.set(reader, link);
  const session = createReaderSession({ reader, link, timing, elapsed: monotonicMs, tell });
  let slot = emptySlot;
  tell({ type: 'plugged', reader });
  watched.on('status', ({ state, atr }) => {
    const next = nextSlot(slot, state);
    slot = next.slot;
    for (const change of next.changes) {
      if (change === 'inserted') session.inserted(atr ?? new Uint8Array(0));
      else session.removed();
    }
  });
  watched.on('error', (error) => lost('no-service', String(error)));
  watched.on('end', () => {
    session.removed();
    tell({ type: 'unplugged', reader });
  });
}

function openService(open: typeof pcsclite): void {
  try {
    const service = open();
    service.on('reader', watchReader);
    service.on('error', (error) => lost('no-service', String(error)));
    setTimeout(() => tell({ type: 'service', health: 'answering' }), firstReadersWithin);
  } catch (error) {
    tell({ type: 'service', health: 'no-service', detail: String(error) });
    setTimeout(openService, lookAgainAfter, open);
  }
}

async function run(): Promise<void> {
  const library = await import('pcsclite').catch((error: unknown) => String(error));
  if (typeof library === 'string') {
    tell({ type: 'service', health: 'no-service', detail: `pcsclite is not installed: ${library}` });
    return;
  }
  // Elsewhere than on Linux the service has no socket to ask; there the constructor and its errors tell.
  if (process.platform !== 'linux') return openService(library.default);
  let opened = false;
  watchDaemon((health, detail) => {
    if (health === 'answering') {
      if (!opened) openService(library.default);
      opened = true;
    } else if (opened) lost(health, detail);
    else tell({ type: 'service', health, detail });
  }, timing);
}

process.on('message', (message) => {
  if (message === areYouAlive) tell({ type: 'alive' });
});
// An orderly exit would wait for threads that a frozen service never lets go.
const end = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', end);
// A parent that was killed while this program was still loading has told nobody.
if (!process.connected) end();
process.on('uncaughtException', (error) => lost('no-service', String(error)));
void run();
