import type { RequestHandler } from 'express';
import type { Clock } from '#rules';
import type { AddressOf } from './access/asker-address.ts';
import type { CentralConfig } from './config.ts';
import type { CentralDesk } from './desk.ts';
import { createEventStreams } from './http/event-stream.ts';
import { openDataRoutes } from './http/open-data-routes.ts';
import { createPageFiles } from './http/page-files.ts';
import { pageRoutes } from './http/pages.ts';
import { publicPage, type RenderLookUp } from './http/public-page.ts';
import { publicRoutes } from './http/public-routes.ts';
import { createRateLimit, limitByAddress, type RequestLimit } from './http/rate-limit.ts';
import type { PathListener } from './http/server.ts';
import { createPublication, type Publication } from './opendata/publication.ts';
import { createHeardTills, type HeardTills } from './public/heard-tills.ts';
import { createPublicStock, type PublicStock } from './public/public-stock.ts';
import { createSearch } from './public/search.ts';
import { type AnnouncedRules, createAnnouncedRules } from './standing-policy.ts';
import { after, every } from './timers.ts';

/** All that anybody may ask of the centre: files, API and pages, and what keeps them up. */
export interface PublicSide {
  readonly publication: Publication;
  readonly heard: HeardTills;
  /** Whether the public figure counts what is promised by ticket. */
  readonly promises: AnnouncedRules['promises'];
  readonly openData: PathListener;
  readonly api: PathListener;
  readonly pages: RequestHandler;
}

export interface CentralPages {
  /** Of the build. */
  readonly folder: string;
  /** Makes the public page; `null`: it was not built. */
  readonly renderLookUp: RenderLookUp | null;
}

export interface PublicSideDeps {
  readonly config: Pick<CentralConfig, 'connectionsPerAddress' | 'inFront' | 'tiles'>;
  readonly desk: CentralDesk;
  readonly addressOf: AddressOf;
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly pages: CentralPages | null;
  readonly onFault: (error: unknown) => void;
  /** Told what ends each part that was begun. */
  readonly opened: (() => unknown)[];
}

/** What other processes have changed is looked for so often, and who was heard is written down. */
const lookMs = { board: 1_000, policy: 2_000, heard: 15_000, list: 30_000 } as const;

/** @throws a fault of the database */
export async function openPublicSide(deps: PublicSideDeps): Promise<PublicSide> {
  const { config, desk, clock, onFault, opened } = deps;
  const rules = createAnnouncedRules({ policies: desk.policies, clock });
  const figures = { board: desk.board, clock, after, onFault };
  const publication = createPublication({ ...figures, rules });
  const stock = createPublicStock({ ...figures, promises: rules.promises });
  await follow({ ...deps, rules, publication, stock });

  const heard = createHeardTills({ database: desk.database, clock });
  opened.push(every(lookMs.heard, heard.write, onFault));
  const streams = createEventStreams({ stock, after });
  opened.push(streams.keepUp());
  const limit = isBounded(config)
    ? limitByAddress(createRateLimit(clock.elapsed), deps.addressOf)
    : () => null;
  const asked = { stock, search: createSearch(stock), timeline: rules.timeline };
  return {
    ...{ publication, heard, promises: rules.promises },
    openData: openDataRoutes(publication),
    api: publicRoutes({ ...asked, streams, limit, onFault }),
    pages: pagesOf(deps, asked, limit),
  };
}

/** A centre inside a till, or on a bench, has no strangers. */
const isBounded = ({ connectionsPerAddress, inFront }: PublicSideDeps['config']): boolean =>
  connectionsPerAddress !== null || inFront === 'proxy';

function pagesOf(
  { config, pages }: PublicSideDeps,
  asked: Pick<Parameters<typeof publicPage>[0], 'stock' | 'search' | 'timeline'>,
  limit: RequestLimit,
): RequestHandler {
  const files = pages && createPageFiles(pages.folder);
  const page = files?.page('look-up.html') ?? null;
  const render = pages?.renderLookUp ?? null;
  const lookUp =
    page !== null && render ? publicPage({ ...asked, tiles: config.tiles ?? null, page, render }) : null;
  return pageRoutes({ files, lookUp, limit });
}

interface Followed extends PublicSideDeps {
  readonly rules: AnnouncedRules;
  readonly publication: Publication;
  readonly stock: PublicStock;
}

/** Keeps the public figures up with the tills, the authority's list and the rules that stand. */
async function follow({ desk, rules, publication, stock, onFault, opened }: Followed): Promise<void> {
  const { board, outlets, database } = desk;
  const followList = async () => {
    const all = await outlets.all();
    publication.list(all);
    stock.list(all);
  };
  await rules.follow();
  await board.load();
  await followList();
  await publication.make();
  opened.push(publication.keepUp(), stock.keepUp());
  opened.push(every(lookMs.policy, rules.follow, onFault));
  if (database.kind === 'postgres') {
    opened.push(every(lookMs.board, () => board.refreshChanged(), onFault));
    opened.push(every(lookMs.list, followList, onFault));
  }
  opened.push(
    outlets.subscribe(async () => {
      await followList();
      await publication.make();
    }),
  );
}
