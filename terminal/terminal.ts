import { randomUUID } from 'node:crypto';
import { businessDayOf, type Clock, outletCheckDigitHolds, yearOf } from '#rules';
import {
  createBackups,
  createClockKeeping,
  createCounter,
  createDayClosing,
  createDiskSpace,
  createDisplayDesk,
  createOperatorDesk,
  createPaperSales,
  createReaderCare,
  createReception,
  createSchedule,
  createSelling,
  createShopKeeping,
  createSignal,
  createSlipDocuments,
  createSlips,
  createStockKeeping,
  createTicketDesk,
  createTicketServing,
  createVisitLines,
  createVisitMemory,
  createVoiding,
  type Signal,
  type Till,
} from '#services';
import { type Books, openBooks } from './books.ts';
import type { Config } from './config.ts';
import type { Devices } from './devices.ts';
import { firstStart } from './first-start.ts';
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
  /** Told where the page of the first start is, if one is needed. */
  readonly announceSetUp: (address: string) => void;
  /** Ends the wait for the first start; later, `close` ends the till. */
  readonly signal: AbortSignal;
  readonly log: TerminalLog;
}

/** Never given an identity: what holds one prints as `<redacted>`. */
export interface TerminalLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type Undo = (() => unknown)[];

/**
 * The composition root: puts one till together and opens it.
 * @throws StoreRefused, HolderKeyMissing, BadConfiguration, NotSetUp, or the system's error if the port is taken; then
 * nothing is left open
 */
export async function openTerminal(config: Config, deps: TerminalDeps): Promise<Terminal> {
  const opened: Undo = [];
  const onFault = (error: unknown) => deps.log.error({ err: error }, 'a part of the till met a fault');
  const close = async () => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    const books = openBooks(config, deps.clock, onFault);
    opened.push(books.close);
    return { ...(await assemble({ config, deps, books, opened, onFault })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Parts extends Pick<TillParts, 'config' | 'books' | 'opened' | 'onFault'> {
  readonly deps: TerminalDeps;
}

async function assemble({ config, deps, books, opened, onFault }: Parts): Promise<Omit<Terminal, 'close'>> {
  const { screens, log, announceSetUp: announce, signal } = deps;
  const { store, time } = books;
  const operators = createOperatorDesk({ store, time, newId: randomUUID });
  const start = { operators, screens, announce, onFault, signal };
  const { outletCode, port } = await firstStart(books, config, start);
  if (!outletCheckDigitHolds(outletCode)) {
    // 29 of 6,807 real codes fail it, so it is said and nothing more.
    log.warn(
      { outlet: outletCode },
      'the check digit of the outlet code does not hold: look at it once more',
    );
  }
  const devices = await deps.openDevices(yearOf(businessDayOf(time.now())));
  opened.push(() => devices.close());

  const till = createTill({ config, books, devices, operators, outletCode, onFault, opened });
  opened.push(logDevices(devices, log), announceMinutes(deps.clock, till.changed.raise));
  const server = createTillServer({ till, screens, onFault });
  opened.push(() => server.close());
  const address = await server.listen(config.host, port);
  await devices.reader.start();
  log.info(
    { address, outlet: outletCode, policy: config.policy.id, entries: store.journal.head().seq },
    'open',
  );
  return { address, till };
}

interface TillParts {
  readonly config: Config;
  readonly books: Books;
  readonly devices: Devices;
  readonly operators: Till['operators'];
  readonly outletCode: Till['outletCode'];
  readonly onFault: (error: unknown) => void;
  readonly opened: Undo;
}

/** All services of one till, each with what it uses. */
function createTill({ config, books, devices, operators, outletCode, onFault, opened }: TillParts): Till {
  const { policy, purpose } = config;
  const { store, time, holderKeys } = books;
  const { reader, printer } = devices;
  const slipsGo = printer.status().link === 'none' ? 'none' : 'printed';
  const schedule = createSchedule(time);
  const shop = createShopKeeping({ store, time });
  const outlet = () => ({ code: outletCode, ...shop.outlet() });
  const documentOf = createSlipDocuments({ store, time, policy, outlet, purpose });
  const slips = createSlips({ store, time, printer, documentOf, onFault });
  // The line to the printer is cut first: a job under way then ends as doubtful and is written down as such.
  opened.push(() => Promise.all([printer.close(), slips.close()]));

  const ids = { newId: randomUUID };
  const tickets = createTicketDesk({
    ...{ store, time, policy, schedule, onFault, ...ids },
    slips: slipsGo,
    onSlipQueued: slips.wake,
  });
  const serving = createTicketServing({ store, desk: tickets, ...ids });
  const reception = createReception({ holderKeys, time });
  const selling = createSelling({ store, time, policy, slips: slipsGo });
  const counter = createCounter({
    reader,
    reception,
    selling,
    lines: createVisitLines({ selling, ticket: store.tickets.ticket }),
    memory: createVisitMemory(store, onFault),
    time,
    ticketFor: serving.forNextCard,
    ...ids,
    after: laterBy,
    onSold: (actor) => {
      serving.goOn(actor);
      slips.wake();
    },
    onFault,
  });
  const backups = createBackups({
    store,
    time,
    outletCode,
    dataFolder: config.dataFolder,
    folder: config.backupFolder,
    schedule,
    onFault,
  });
  const till: Omit<Till, 'changed'> = {
    ...{
      purpose,
      outletCode,
      policy,
      time,
      store,
      counter,
      selling,
      slips,
      tickets,
      serving,
      shop,
      operators,
      backups,
    },
    voiding: createVoiding({ store, time, slips: slipsGo, onVoided: slips.wake }),
    paperSales: createPaperSales({ store, time, policy, reception }),
    stockKeeping: createStockKeeping({ store, time }),
    dayClosing: createDayClosing({
      ...{ store, time, policy, slips: slipsGo, centre: 'none' },
      onClosed: () => {
        slips.wake();
        backups.now().catch(onFault);
      },
    }),
    clockKeeping: createClockKeeping({ store, time }),
    disk: createDiskSpace(config.dataFolder),
    readerCare: createReaderCare({ store, reader, onFault }),
    display: createDisplayDesk(store),
    readerStatus: () => reader.status(),
    printerStatus: () => printer.status(),
    virtual: devices.virtual,
  };
  const { voiding, paperSales, stockKeeping, dayClosing, disk, display, virtual } = till;
  // A receipt stands on the customer's display until the next customer.
  counter.changed.subscribe(() => {
    if (counter.session().stage === 'reading') display.showReceipt(null);
  });
  const changed = anyChange([
    ...[counter, slips, tickets, shop, operators, backups, time, virtual],
    ...[voiding, paperSales, stockKeeping, dayClosing, disk, display],
  ]);
  opened.push(printer.subscribe(changed.raise), time.watch(), disk.watch(), backups.watch(), tickets.watch());
  opened.push(till.readerCare.close, counter.close);
  slips.wake();
  return { ...till, changed };
}

/** Raised whenever one of the parts is. */
function anyChange(parts: readonly (Pick<Till, 'changed'> | null)[]): Signal {
  const changed = createSignal();
  for (const part of parts) part?.changed.subscribe(changed.raise);
  return changed;
}

function laterBy(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
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
