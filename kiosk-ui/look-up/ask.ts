import type {
  ChangesAnswer,
  CountryStock,
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
  positions(): Promise<Positions>;
  directory(): Promise<Directory>;
  turns(): Promise<TurnsAnswer>;
}

/** How long a line may be silent before it counts as broken. */
const patienceMs = 10_000;

export function createAsk(fetching: typeof fetch): Ask {
  async function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    const patience = AbortSignal.timeout(patienceMs);
    const answer = await fetching(`/api/v1/${path}`, {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    if (!answer.ok) throw new Error(`the centre answers ${path} with ${answer.status}`);
    return answer.json();
  }
  return {
    outlets: (query, signal) => ask(`outlets?${parametersOf(query)}`, signal),
    these: (codes, signal) => ask(`outlets?codes=${codes.join(',')}&limit=${codes.length}`, signal),
    outlet: (code) => ask(`outlets/${code}`),
    changes: (since) => ask(`changes?since=${since}`),
    stock: () => ask('stock'),
    positions: () => ask('positions'),
    directory: () => ask('directory'),
    turns: () => ask('turns'),
  };
}
