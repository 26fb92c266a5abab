import { randomBytes } from 'node:crypto';
import { businessDayOf, type OutletCode } from '#rules';
import {
  boughtHere,
  type CentreDesk,
  type CentreLink,
  createCentreDesk,
  createCentreLine,
  createEnrolment,
  createQuotaChecks,
  createStation,
  createTillKeys,
  isElsewhere,
  type QuotaChecks,
} from '#services';
import { createHttpTransport, holdHintLine, type Trouble } from '#sync-client';
import type { Books } from './books.ts';

/** The parts of a till that have to do with its centre. */
export interface Centre {
  readonly desk: CentreDesk;
  readonly checks: QuotaChecks;
  /** Begins to speak to the centre, if it knows this till. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface CentreDeps {
  readonly books: Books;
  readonly outletCode: OutletCode;
  readonly dataFolder: string;
  /** `null`: there is no centre. */
  readonly link: CentreLink | null;
  readonly onFault: (error: unknown) => void;
  /** Told why the centre refused an enrolment. */
  readonly onRefused: (why: Trouble) => void;
}

/** By HTTP, and by Socket.IO for the hints. */
export const linkTo = (address: URL): CentreLink => ({
  transport: createHttpTransport(address),
  holdHints: (sign, onHint) =>
    holdHintLine({ ...{ centre: address, sign, onHint }, random: Math.random, after }),
});

/** @throws where the journal has not begun */
export function createCentre({ books, outletCode, link, ...deps }: CentreDeps): Centre {
  const { store, time, secrets } = books;
  const { onFault, onRefused } = deps;
  const station = createStation({ store, time, outletCode });
  const keys = createTillKeys(deps.dataFolder);
  const line =
    link &&
    createCentreLine({
      ...{ store, time, station, outletCode, keys, link, random: Math.random, newNonce, after, onFault },
    });
  const centre = line && {
    line,
    enrol: createEnrolment({
      ...{ store, station, time, outletCode, keys, secrets, exchangeBy: line.exchangeBy, onRefused },
    }),
  };
  return {
    desk: createCentreDesk({ store, time, station, centre, newNonce }),
    checks: createQuotaChecks({
      centre: centre ? 'configured' : 'none',
      line: () => line?.current() ?? null,
      boughtHere: (visitor) => boughtHere(store, visitor, businessDayOf(time.now())),
      keep: (holder, purchases) => {
        const elsewhere = purchases.filter((purchase) => isElsewhere(purchase, store, outletCode));
        store.transact(() => store.centre.purchases.replace(holder, elsewhere));
      },
      onFault,
    }),
    open: async () => line?.open(),
    close: async () => line?.close(),
  };
}

const newNonce = (): string => randomBytes(16).toString('hex');

/** `setTimeout` takes anything longer for one millisecond. */
const longestTimerMs = 2 ** 31 - 1;

/** Where that is too early, the sync asks for the rest. */
function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.min(ms, longestTimerMs));
  return () => clearTimeout(timer);
}
