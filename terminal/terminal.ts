import { randomUUID } from 'node:crypto';
import { businessDayOf, type Clock, type OutletCode, outletCheckDigitHolds, yearOf } from '#rules';
import { atTheMachine, type CentreLink, createOperatorDesk, type EnrolAnswer, type Till } from '#services';
import type { Trouble } from '#sync-client';
import { openBooks } from './books.ts';
import { type Centre, createCentre, linkTo } from './centre.ts';
import type { Config } from './config.ts';
import type { Devices } from './devices.ts';
import { joinEmbedded, type OpenCentral, openEmbedded } from './embedded-central.ts';
import { firstStart } from './first-start.ts';
import type { PhonePlace } from './http/phone-line.ts';
import { createTillServer } from './http/server.ts';
import { isOfAShop, networkAddresses } from './shop-network.ts';
import { createTill, type TillParts } from './till.ts';

export interface Terminal {
  /** Where the screens are. */
  readonly address: string;
  /** Where the pages of a demonstration's own centre are. */
  readonly centralAddress: string | null;
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
  /** Used where the settings ask for a centre in this process. */
  readonly openCentral: OpenCentral;
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
  const onRefused = (why: Trouble) => log.warn({ why }, 'the centre did not enrol this till');
  const centreOf = (outletCode: OutletCode, link: CentreLink | null) =>
    createCentre({ books, outletCode, dataFolder: config.dataFolder, link, onFault, onRefused });
  const enrol = (outletCode: OutletCode, code: string) =>
    enrolOnce(centreOf(outletCode, linkOf(config)), code);
  const start = { operators, screens, announce, onFault, signal, enrol };
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

  const embedded = config.central.type === 'embedded' ? await openEmbedded(deps.openCentral, config) : null;
  opened.push(() => embedded?.close());
  const centre = centreOf(outletCode, embedded ? linkTo(new URL(embedded.address)) : linkOf(config));
  opened.push(centre.close);
  await centre.open();
  const till = createTill({ config, books, devices, operators, outletCode, centre, onFault, opened });
  opened.push(logDevices(devices, log), announceMinutes(deps.clock, till.changed.raise));
  const server = createTillServer({ till, screens, phonePlace: phonePlaceOf(config), onFault });
  opened.push(() => server.close());
  const address = await server.listen(config.host, port);
  await devices.reader.start();
  if (embedded) {
    const outlet = { code: outletCode, name: till.shop.outlet().name };
    const joined = joinEmbedded(embedded, centre.desk, outlet).catch(onFault);
    opened.push(() => joined);
  }
  const { pack } = till.policies.inForce(time.now());
  log.info({ address, outlet: outletCode, policy: pack, entries: store.journal.head().seq }, 'open');
  return { address, centralAddress: embedded?.address ?? null, till };
}

const linkOf = ({ central }: Config): CentreLink | null =>
  central.type === 'url' ? linkTo(central.address) : null;

/** What the settings name comes before what the machine has. */
function phonePlaceOf({ phones: { host, port } }: Config): PhonePlace {
  return host === null
    ? { port, addresses: () => networkAddresses(), likely: isOfAShop }
    : { port, addresses: () => [host], likely: () => true };
}

/** At the first start, when no till is open yet. */
async function enrolOnce({ desk, close }: Centre, code: string): Promise<EnrolAnswer> {
  try {
    return await desk.enrol(code, atTheMachine);
  } finally {
    await close();
  }
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
