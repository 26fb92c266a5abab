import { z } from 'zod';
import {
  type ApiFault,
  changesQuerySchema,
  columnsQuerySchema,
  type OutletAnswer,
  outletsQuerySchema,
} from '#central-api';
import { outletCodeSchema, type PolicyPack } from '#rules';
import { type CountryColumns, createCountryColumns } from '../public/country-columns.ts';
import { placesOf } from '../public/places.ts';
import { freshness } from '../public/public-outlet.ts';
import type { PublicStock } from '../public/public-stock.ts';
import { createReadyAnswers, type ReadyAnswer, readyAnswer } from '../public/ready-answers.ts';
import type { Search } from '../public/search.ts';
import { turnsFrom } from '../public/turns.ts';
import { openApiDocument } from './openapi.ts';
import { figuresCaching } from './public-answer.ts';

/** What one path of the public API says. */
export interface PublicReply<S extends z.ZodType = z.ZodType> {
  /** One that ends with a slash goes on with any one word. */
  readonly path: string;
  readonly query: S;
  reply(query: z.output<S>, word: string): Promise<Reply> | Reply;
}

export type Reply =
  | { readonly ready: ReadyAnswer; readonly caching: string }
  | { readonly fault: ApiFault; readonly detail?: string };

export interface PublicRepliesDeps {
  readonly stock: PublicStock;
  readonly search: Search;
  /** What was announced; `null`: nothing. */
  readonly timeline: () => PolicyPack;
}

/** Of answers that are kept until the next change. */
const keptMostBytes = 32 * 1024 * 1024;

const caching = {
  figures: figuresCaching,
  // Whoever asks every three seconds must never be answered from what was asked before.
  changes: 'public, max-age=1',
  minute: 'public, max-age=60',
  hour: 'public, max-age=3600',
  forEver: 'public, max-age=31536000, immutable',
} as const;

const nothingSchema = z.strictObject({});

export function publicReplies({ stock, search, timeline }: PublicRepliesDeps): readonly PublicReply[] {
  const answers = createReadyAnswers({ mostBytes: keptMostBytes });
  // What a query is kept by is read with it, and so as seldom.
  const keyed = outletsQuerySchema.transform((query) => ({ query, key: `outlets ${search.keyOf(query)}` }));
  const columns = createCountryColumns(stock);
  packAhead(stock, columns);
  const document = readyAnswer(json(openApiDocument()));
  const kept = (key: string, make: () => Buffer, how: string): Reply => ({
    ready: answers.of(stock.shown().version, key, make),
    caching: how,
  });
  /** Asked for by the hash of its list, an answer is of that list for ever; without it, it is of today's. */
  const ofList = async (list: string | undefined, ready: () => Promise<ReadyAnswer>): Promise<Reply> => ({
    caching: list === columns.list() ? caching.forEver : caching.minute,
    ready: await ready(),
  });

  return [
    reply('/outlets', keyed, ({ query, key }) => kept(key, () => search.bytes(query), caching.figures)),
    reply('/outlets/', nothingSchema, (_, word) => {
      const parsed = outletCodeSchema.safeParse(word);
      if (!parsed.success)
        return { fault: 'bad-request', detail: 'code: ten characters, such as 5901010058' };
      const outlet = stock.one(parsed.data);
      if (!outlet) return { fault: 'unknown-outlet' };
      const { at, promises, readAt } = stock.shown();
      const answer: OutletAnswer = { at, outlet, freshness, promises, readAt };
      return kept(`outlet ${outlet.code}`, () => json(answer), caching.figures);
    }),
    reply('/places', nothingSchema, () =>
      kept('places', () => json(placesOf(stock.shown())), caching.figures),
    ),
    reply('/positions', columnsQuerySchema, ({ list }) => ofList(list, columns.positions)),
    reply('/directory', columnsQuerySchema, ({ list }) => ofList(list, columns.directory)),
    // Its list is for caches on the way: what outlets tell changes within one list.
    reply('/details', columnsQuerySchema, async () => ({
      ready: await columns.details(),
      caching: caching.minute,
    })),
    reply('/stock', nothingSchema, async () => ({ ready: await columns.stock(), caching: caching.figures })),
    reply('/changes', changesQuerySchema, ({ since }) =>
      kept(`changes ${since}`, () => json(stock.changesSince(since)), caching.changes),
    ),
    reply('/turns', nothingSchema, () => {
      const { at } = stock.shown();
      return kept('turns', () => json(turnsFrom(at, timeline())), caching.minute);
    }),
    reply('/openapi.json', nothingSchema, () => ({ ready: document, caching: caching.hour })),
  ];
}

/** A list that has just come is packed before anybody asks for it: the map waits for its places. */
function packAhead(stock: Pick<PublicStock, 'subscribe'>, columns: Pick<CountryColumns, 'positions'>): void {
  // What fails is tried again for whoever asks, and said there.
  const pack = () => void columns.positions().catch(() => {});
  stock.subscribe(({ state }) => {
    if (state === 'gap') pack();
  });
  pack();
}

const json = (said: object): Buffer => Buffer.from(JSON.stringify(said));

const reply = <S extends z.ZodType>(
  path: string,
  query: S,
  answer: PublicReply<S>['reply'],
): PublicReply => ({ path, query, reply: answer as PublicReply['reply'] });
