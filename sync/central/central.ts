import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Clock } from '#rules';
import { addressesBehind } from './access/asker-address.ts';
import { createAttemptLimit } from './access/attempt-limit.ts';
import { createAudit } from './access/audit.ts';
import { keepOperatorToken } from './access/operator-token.ts';
import { createOutletPlaces } from './access/outlet-places.ts';
import type { CentralConfig } from './config.ts';
import { type CentralDesk, noncesOf, openDesk, type ThreadPrograms } from './desk.ts';
import type { AdminDesk } from './http/admin/admin-desk.ts';
import { adminRoutes } from './http/admin-routes.ts';
import { createAdmission, usualLimits } from './http/admission.ts';
import { healthRoute } from './http/health-route.ts';
import { createLiveHints, type LiveHints } from './http/live.ts';
import { openLiveBetween } from './http/live-between.ts';
import { metricsRoute } from './http/metrics-route.ts';
import { requestLog } from './http/request-log.ts';
import { createCentralServer, type PathListener } from './http/server.ts';
import { syncRoutes } from './http/sync-routes.ts';

import { createBackup } from './operations/backup.ts';
import { createMetrics } from './operations/metrics.ts';
import { createRetention } from './operations/retention.ts';
import { createOverview, type OverviewDeps } from './overview/overview.ts';
import { createTryPolicy } from './policy-trial/try-policy.ts';
import { type CentralPages, openPublicSide } from './public-side.ts';
import { createSignatureCheck } from './requests/check-signature.ts';
import { after, every } from './timers.ts';

export interface Central {
  readonly address: string;
  readonly desk: CentralDesk;
  /** Stops taking requests and closes the database. What was acknowledged is safe whether this is called or not. */
  close(): Promise<void>;
}

export interface CentralDeps {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly log: CentralLog;
  /** `null`: they are not built, and plain ones stand in their place. */
  readonly pages?: CentralPages | null;
  /** Without them their work is done where everything else is. */
  readonly threads?: ThreadPrograms | null;
}

/** Never given an identity or a holder's key. */
export interface CentralLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type OnFault = (error: unknown) => void;

/** What was opened, in its order; it is closed in the other. */
type Opened = (() => unknown)[];

/**
 * The composition root: puts one process of the centre together and opens it.
 * @throws DatabaseRefused, CentreKeysMissing, or the system's error if the port is taken; then nothing is left open
 */
export async function openCentral(config: CentralConfig, deps: CentralDeps): Promise<Central> {
  const opened: Opened = [];
  const close = async () => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    return { ...(await assemble(config, deps, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  config: CentralConfig,
  { clock, log, pages = null, threads = null }: CentralDeps,
  opened: Opened,
): Promise<Omit<Central, 'close'>> {
  const onFault: OnFault = (error) => log.error({ err: error }, 'a part of the centre met a fault');
  let hints: LiveHints | null = null;
  const admission = createAdmission(usualLimits, clock.now);
  const addressOf = addressesBehind(config.inFront ?? 'nobody');
  const desk = await openDesk(config, {
    ...{ clock, onFault, threads },
    enterOutlet: admission.enterOutlet,
    slotMs: ({ tillId }) => admission.slotMs(tillId),
    onSettled: (news) => hints?.toOutlets(news),
  });
  const { database, service, intake } = desk;
  opened.push(() => database.close());
  await keepOperatorToken(config.dataFolder, desk.access, randomBytes);

  const { publication, heard, promises, ...open } = await openPublicSide({
    config,
    desk,
    addressOf,
    clock,
    pages,
    onFault,
    opened,
  });
  const metrics = createMetrics({
    ...{ reading: database.reading, clock, admission, elapsed: clock.elapsed },
    publishedAt: () => publication.latest()?.maskdata.at ?? null,
  });
  const admin = adminDesk(config, desk, { clock, promises, onFault }, (outlets) =>
    outlets === 'all' ? hints?.toAll() : hints?.toOutlets(outlets),
  );
  const tills = syncRoutes({ service: heard.hearing(metrics.counting(service)), admission, addressOf });
  const logRequest = requestLog(log, clock.elapsed);
  const logged =
    (answer: PathListener): PathListener =>
    (req, res, below) =>
      logRequest(req, res, () => answer(req, res, below));
  const server = createCentralServer(
    config,
    {
      '/': logRequest,
      '/opendata': oddlyWritten(open.openData),
      '/api/v1': oddlyWritten(open.api),
      '/health': healthRoute(database, publication, clock),
      '/metrics': metricsRoute(metrics, clock),
      '/admin/api': adminRoutes({ desk: admin, attempts: createAttemptLimit(clock.now), addressOf, onFault }),
      // The pages last: they stand at the root, where everything begins.
      '': open.pages,
    },
    {
      often: {
        '/sync/': logged(tills),
        '/opendata/': logged(open.openData),
        '/api/v1/': logged(open.api),
      },
    },
  );
  const nonces = noncesOf(database, clock);
  hints = createLiveHints({
    http: server.http,
    signatures: createSignatureCheck({ reading: database.reading, clock, nonces }),
    between: config.store.type === 'postgres' ? openLiveBetween(config.store.url, onFault) : null,
  });
  // Together: either waits for the connections that only the other ends.
  opened.push(() => Promise.all([server.close(), hints?.close()]));
  opened.push(desk.rest);
  // What was acknowledged and not settled comes before what is voided of it.
  await intake.work();
  const address = await server.listen();
  keepWorking(desk, { clock, log }, onFault, opened);
  log.info({ address, store: database.kind }, 'open');
  return { address, desk };
}

/** A path as it is hardly ever written: in capitals, or with the host before it. */
const oddlyWritten =
  (listener: PathListener): RequestHandler =>
  (req, res) =>
    listener(req, res, req.url.replace(/^\w+:\/\/[^/]*/, ''));

/** What other processes and crashes have left is looked for so often. */
const settlingLookMs = 5_000;

function adminDesk(
  config: CentralConfig,
  desk: CentralDesk,
  deps: Pick<OverviewDeps, 'clock' | 'promises' | 'onFault'>,
  onNews: AdminDesk['onNews'],
): AdminDesk {
  const { database } = desk;
  const { clock } = deps;
  const { reading } = database;
  return {
    overview: createOverview({ ...desk, ...deps, reading, after }),
    tryPolicy: createTryPolicy({ ...desk, reading, clock, breathe: () => new Promise(setImmediate) }),
    ...{ ...desk, clock, newId: randomUUID, onNews, purpose: config.purpose },
    audit: createAudit({ database, clock, newId: randomUUID }),
    places: createOutletPlaces(reading),
    makeBackup: createBackup(config, clock),
  };
}

/** What nobody asks for: settles what was left, and forgets what is no longer needed. */
function keepWorking(
  { database, intake }: CentralDesk,
  { clock, log }: CentralDeps,
  onFault: OnFault,
  opened: Opened,
): void {
  opened.push(every(settlingLookMs, intake.work, onFault));
  opened.push(
    createRetention({ database, clock }).keepUp({
      ...{ after, onFault },
      onDone: (forgotten) => log.info(forgotten, 'forgotten, as it is no longer needed'),
    }),
  );
}
