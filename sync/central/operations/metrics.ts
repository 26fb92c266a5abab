import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock, Instant } from '#rules';
import type { Reading } from '../database/database.ts';
import type { Admission } from '../http/admission.ts';
import type { SyncService } from '../requests/sync-service.ts';

/** What Prometheus asks for at `/metrics`. */
export interface Metrics {
  readonly contentType: string;
  /** @throws a fault of the database */
  text(): Promise<string>;
  /** The same service, with its requests counted. */
  counting(service: Pick<SyncService, 'handle'>): Pick<SyncService, 'handle'>;
}

export interface MetricsDeps {
  readonly reading: Reading;
  readonly clock: Pick<Clock, 'now'>;
  readonly admission: Pick<Admission, 'counts'>;
  readonly publishedAt: () => Instant | null;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
}

const silentMs = 5 * 60_000;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(deps: MetricsDeps): Metrics {
  const { reading, clock, admission, publishedAt, elapsed } = deps;
  const registry = new Registry();
  // The event loop's lag is among them.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(value());
      },
    });
  gauge('central_requests_under_way', 'Requests of tills under way', () => admission.counts.underWay);
  gauge(
    'central_requests_sent_away',
    'Requests of tills answered 429 since the start',
    () => admission.counts.refused,
  );
  gauge('central_publication_age_seconds', 'Age of the published files', () => {
    const at = publishedAt();
    return at === null ? Number.NaN : (clock.now() - at) / 1000;
  });
  const requests = new Counter({
    ...{ name: 'central_requests_total', help: 'Requests of tills by what came of them', registers },
    labelNames: ['request', 'outcome'] as const,
  });
  const acknowledging = new Histogram({
    ...{ name: 'central_push_seconds', help: 'From a push received to its answer', registers, buckets },
  });
  const figures = registerFigures(registers);

  return {
    contentType: registry.contentType,
    async text() {
      const read = await readFigures(reading, clock.now());
      for (const [name, value] of Object.entries(read)) figures[name as keyof Figures].set(value);
      return registry.metrics();
    },
    counting: (service) => ({
      async handle(request) {
        const begun = elapsed();
        const answer = await service.handle(request);
        if (request.path === '/sync/push') acknowledging.observe((elapsed() - begun) / 1000);
        requests.inc({ request: nameOf(request.path), outcome: outcomeOf(answer.body) });
        return answer;
      },
    }),
  };
}

/** A closed list, so that no stranger fills the memory with names. */
const nameOf = (path: string): string => /^\/sync\/(push|pull|quota|enrol)$/.exec(path)?.[1] ?? 'other';

const outcomeOf = (body: object): string => {
  const fault = 'fault' in body ? (body.fault as { readonly kind: string } | undefined) : undefined;
  return fault?.kind ?? 'done';
};

/** What the database knows, for all processes and through restarts. */
interface Figures {
  readonly entries: number;
  readonly unsent: number;
  readonly tills: number;
  readonly silent: number;
  readonly unsettled: number;
  readonly conflicts: number;
}

const named: Readonly<Record<keyof Figures, readonly [name: string, help: string]>> = {
  entries: ['central_entries_accepted', 'Entries that the centre has of all tills'],
  unsent: ['central_entries_unsent', 'Entries that tills said they have and the centre has not'],
  tills: ['central_tills', 'Tills that are enrolled'],
  silent: ['central_tills_silent', 'Enrolled tills that sent nothing for five minutes'],
  unsettled: ['central_batches_unsettled', 'Batches whose purchases do not stand with their holders yet'],
  conflicts: ['central_conflicts_open', 'Over-quota pairs that stand'],
};

function registerFigures(registers: Registry[]): Readonly<Record<keyof Figures, Gauge>> {
  const made = Object.entries(named).map(([key, [name, help]]) => [
    key,
    new Gauge({ name, help, registers }),
  ]);
  return Object.fromEntries(made) as Record<keyof Figures, Gauge>;
}

async function readFigures(reading: Reading, now: Instant): Promise<Figures> {
  const [tills, entries, batches, conflicts] = await Promise.all([
    reading.get<{ tills: number; unsent: number; silent: number }>(
      `SELECT count(*) AS tills, coalesce(sum(journal_head - seq), 0) AS unsent,
         coalesce(sum(CASE WHEN seen_at < ? THEN 1 ELSE 0 END), 0) AS silent FROM tills WHERE revoked_at IS NULL`,
      [now - silentMs],
    ),
    reading.get<{ n: number }>('SELECT coalesce(sum(seq - start_seq), 0) AS n FROM tills'),
    reading.get<{ n: number }>('SELECT count(*) AS n FROM batches WHERE sales IS NOT NULL'),
    reading.get<{ n: number }>('SELECT count(*) AS n FROM conflicts WHERE ended_at IS NULL'),
  ]);
  return {
    ...{ tills: tills?.tills ?? 0, unsent: tills?.unsent ?? 0, silent: tills?.silent ?? 0 },
    ...{ entries: entries?.n ?? 0, unsettled: batches?.n ?? 0, conflicts: conflicts?.n ?? 0 },
  };
}
