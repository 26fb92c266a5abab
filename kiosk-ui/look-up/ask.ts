import type {
  ChangesAnswer,
  CountryStock,
  Details,
  Directory,
  OutletAnswer,
  OutletsAnswer,
  Positions,
  TurnsAnswer,
} from '#central-api';
import { parametersOf, type Query } from './address.ts';
import type { OutletCode } from './figures.ts';

/** What the page asks the centre. Each rejects if the centre does not answer as it should. */
export interface Ask {
  outlets(query: Query, signal?: AbortSignal): Promise<OutletsAnswer>;
  these(codes: readonly OutletCode[], signal?: AbortSignal): Promise<OutletsAnswer>;
  outlet(code: OutletCode): Promise<OutletAnswer>;
  changes(since: number): Promise<ChangesAnswer>;
  stock(): Promise<CountryStock>;
  /** @param list whose columns; without it, those that the browser or the centre has at hand */
  positions(list?: string): Promise<Positions>;
  directory(list?: string): Promise<Directory>;
  details(list?: string): Promise<Details>;
  turns(): Promise<TurnsAnswer>;
}

/** How long a line may be silent before it counts as broken. */
const patienceMs = 10_000;

export function createAsk(deps: {
  readonly fetching: typeof fetch;
  /** Calls back once, unless it is called off. */
  after(ms: number, then: () => void): () => void;
}): Ask {
  async function ask<Answer>(path: string, { signal, ...how }: How = {}): Promise<Answer> {
    // Telephones of 2020 know neither AbortSignal.any nor AbortSignal.timeout.
    const asking = new AbortController();
    const giveUp = () => asking.abort();
    const callOff = deps.after(patienceMs, giveUp);
    signal?.addEventListener('abort', giveUp);
    try {
      const answer = await deps.fetching(`/api/v1/${path}`, { ...how, signal: asking.signal });
      if (!answer.ok) throw new Error(`the centre answers ${path} with ${answer.status}`);
      return await answer.json();
    } finally {
      callOff();
      signal?.removeEventListener('abort', giveUp);
    }
  }
  return {
    outlets: (query, signal) => ask(`outlets?${parametersOf(query)}`, { signal }),
    these: (codes, signal) => ask(`outlets?codes=${codes.join(',')}&limit=${codes.length}`, { signal }),
    outlet: (code) => ask(`outlets/${code}`),
    // Whether there is a line, and which list is the newest, only the centre can say, and no cache of the browser's.
    changes: (since) => ask(`changes?since=${since}`, { cache: 'no-cache' }),
    stock: () => ask('stock', { cache: 'no-cache' }),
    positions: (list) => ask(columnsOf('positions', list)),
    directory: (list) => ask(columnsOf('directory', list)),
    details: (list) => ask(columnsOf('details', list)),
    turns: () => ask('turns'),
  };
}

interface How {
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache;
}

const columnsOf = (path: string, list: string | undefined): string =>
  list === undefined ? path : `${path}?list=${list}`;
