import { randomUUID } from 'node:crypto';
import { businessDayOf, type Clock, outletCheckDigitHolds, yearOf } from '#rules';
import {
  createCounter,
  createSelling,
  createSignal,
  createSlips,
  createStockKeeping,
  type Till,
} from '#services';
import { openBooks } from './books.ts';
import type { Config } from './config.ts';
import type { Devices } from './devices.ts';
import { createTillServer } from './http/server.ts';

export interface Terminal {
  /** Where the screens are. */
  readonly address: string;
  readonly till: Till;
  /** Ends everything in order. A sale that was shown as done is safe whether this is called or not. */
  close(): Promise<void>;
}

export interface TerminalDeps {
  readonly clock: Clock;
  /** The folder with the built pages. */
  readonly screens: string;
  /** Called once the journal is open; `year` is the one that the clock shows. */
  readonly openDevices: (year: number) => Promise<Devices>;
  readonly log: TerminalLog;
}

/** Never given an identity: what holds one prints as `<redacted>`. */
export interface TerminalLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * The composition root: puts one till together and opens it.
 * @throws StoreRefused, HolderKeyMissing, BadConfiguration, or the system's error if the port is taken; then nothing is left open
 */
export async function openTerminal(config: Config, deps: TerminalDeps): Promise<Terminal> {
  const opened: (() => unknown)[] = [];
  const close = async () => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    return await assemble(config, deps, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  config: Config,
  { clock, screens, openDevices, log }: TerminalDeps,
  opened: (() => unknown)[],
  close: () => Promise<void>,
): Promise<Terminal> {
  const { outlet, policy } = config;
  if (!outletCheckDigitHolds(outlet.code)) {
    // 29 of 6,807 real codes fail it, so it is said and nothing more.
    log.warn(
      { outlet: outlet.code },
      'the check digit of the outlet code does not hold: look at it once more',
    );
  }
  const onFault = (error: unknown) => log.error({ err: error }, 'a part of the till met a fault');

  const { store, time, holderKeys, close: closeBooks } = await openBooks(config, clock);
  opened.push(closeBooks);

  const devices = await openDevices(yearOf(businessDayOf(time.now())));
  opened.push(() => devices.close());

  const hasPrinter = devices.printer.status().link !== 'none';
  const slips = createSlips({ store, time, printer: devices.printer, outlet, onFault });
  // The line to the printer is cut first: a job under way then ends as doubtful and is written down as such.
  opened.push(() => Promise.all([devices.printer.close(), slips.close()]));
  const counter = createCounter({
    reader: devices.reader,
    selling: createSelling({ store, time, policy, slips: hasPrinter ? 'printed' : 'none' }),
    holderKeys,
    time,
    policy,
    newId: randomUUID,
    onSold: slips.wake,
    onFault,
  });
  opened.push(() => counter.close());

  const changed = createSignal();
  const stockKeeping = createStockKeeping(store, time);
  stockKeeping.changed.subscribe(changed.raise);
  counter.changed.subscribe(changed.raise);
  slips.changed.subscribe(changed.raise);
  devices.virtual?.changed.subscribe(changed.raise);
  opened.push(devices.printer.subscribe(changed.raise));
  opened.push(announceMinutes(clock, changed.raise));
  opened.push(logDevices(devices, log));

  const till: Till = {
    outlet,
    policy,
    time,
    store,
    counter,
    slips,
    stockKeeping,
    readerStatus: () => devices.reader.status(),
    printerStatus: () => devices.printer.status(),
    virtual: devices.virtual,
    changed,
  };
  const server = createTillServer({ till, screens, onFault });
  opened.push(() => server.close());
  const address = await server.listen(config.host, config.port);
  await devices.reader.start();
  slips.wake();
  log.info({ address, outlet: outlet.code, policy: policy.id, entries: store.journal.head().seq }, 'open');
  return { address, till, close };
}

/** The screens show the minute, and at midnight another day begins. */
function announceMinutes(clock: Clock, announce: () => void): () => void {
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(
      () => {
        announce();
        schedule();
      },
      60_000 - (clock.now() % 60_000),
    );
    timer.unref();
  };
  schedule();
  return () => clearTimeout(timer);
}

function logDevices(devices: Devices, log: TerminalLog): () => void {
  let known = '';
  const endReader = devices.reader.subscribe((event) => {
    if (event.type === 'failed') {
      const { reader, failure, detail } = event;
      log.warn({ reader, failure, detail }, 'a card could not be read');
    } else if (event.type === 'status') {
      const { health, readers, detail } = event.status;
      const names = readers.map(({ name }) => name);
      // The counts change with every card; what the log is for is which readers there are and how they do.
      const now = [health, ...names].join();
      if (now === known) return;
      known = now;
      log.info({ health, readers: names, detail }, 'reader');
    }
  });
  const endPrinter = devices.printer.subscribe((status) => log.info({ printer: status }, 'printer'));
  return () => {
    endReader();
    endPrinter();
  };
}
