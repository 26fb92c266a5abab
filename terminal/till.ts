import { randomBytes, randomUUID } from 'node:crypto';
import {
  createBackups,
  createClockKeeping,
  createCounter,
  createDayClosing,
  createDiskSpace,
  createDisplayDesk,
  createGlance,
  createPaperSales,
  createPhoneDesk,
  createPolicyBook,
  createReaderCare,
  createReception,
  createReviewing,
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
import type { Books } from './books.ts';
import type { Centre } from './centre.ts';
import type { Config } from './config.ts';
import type { Devices } from './devices.ts';

export interface TillParts {
  readonly config: Config;
  readonly books: Books;
  readonly devices: Devices;
  readonly operators: Till['operators'];
  readonly outletCode: Till['outletCode'];
  readonly centre: Pick<Centre, 'desk' | 'checks'>;
  readonly onFault: (error: unknown) => void;
  /** What ends its parts, the last first. */
  readonly opened: (() => unknown)[];
}

/** All services of one till, each with what it uses. */
export function createTill(parts: TillParts): Till {
  const { config, books, devices, operators, outletCode, onFault, opened } = parts;
  const { desk: centre, checks } = parts.centre;
  const { purpose } = config;
  const { store, time, holderKeys } = books;
  const { reader, printer } = devices;
  const policies = createPolicyBook(store.policies);
  const slipsGo = printer.status().link === 'none' ? 'none' : 'printed';
  const schedule = createSchedule(time);
  const shop = createShopKeeping({ store, time });
  const outlet = () => ({ code: outletCode, ...shop.outlet() });
  const documentOf = createSlipDocuments({ store, time, policies, outlet, purpose });
  const slips = createSlips({ store, time, printer, documentOf, onFault });
  // The line to the printer is cut first: a job under way then ends as doubtful and is written down as such.
  opened.push(() => Promise.all([printer.close(), slips.close()]));

  const ids = { newId: randomUUID };
  const tickets = createTicketDesk({
    ...{ store, time, policies, schedule, onFault, ...ids },
    slips: slipsGo,
    onSlipQueued: slips.wake,
  });
  const serving = createTicketServing({ store, desk: tickets, ...ids });
  const reception = createReception({ holderKeys, time });
  const selling = createSelling({ store, time, policies, slips: slipsGo });
  const counter = createCounter({
    reader,
    reception,
    selling,
    lines: createVisitLines({ selling, ticket: store.tickets.ticket }),
    memory: createVisitMemory(store, onFault),
    checks,
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
  const newSecret = () => randomBytes(24).toString('base64url');
  const phones = createPhoneDesk({ store, time, schedule, newSecret, ...ids });
  const till: Omit<Till, 'changed'> = {
    ...{
      purpose,
      outletCode,
      policies,
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
      centre,
      checks,
      phones,
    },
    glance: createGlance({ store, time, tickets }),
    voiding: createVoiding({ store, time, slips: slipsGo, onVoided: slips.wake }),
    paperSales: createPaperSales({ store, time, policies, reception }),
    reviewing: createReviewing({ store, time }),
    stockKeeping: createStockKeeping({ store, time }),
    dayClosing: createDayClosing({
      ...{ store, time, policies, slips: slipsGo },
      centre: config.central.type === 'none' ? 'none' : 'configured',
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
  const { voiding, paperSales, reviewing, stockKeeping, dayClosing, disk, display, virtual } = till;
  // A receipt stands on the customer's display until the next customer.
  counter.changed.subscribe(() => {
    if (counter.session().stage === 'reading') display.showReceipt(null);
  });
  const changed = anyChange([
    ...[counter, slips, tickets, shop, operators, backups, centre, phones, time, virtual],
    ...[voiding, paperSales, reviewing, stockKeeping, dayClosing, disk, display],
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
