import { type Answer, isRefused } from './ask.ts';
import { createBackOff } from './back-off.ts';
import type { LiveRows, Me, Overview } from './wall.ts';

/** The line to the centre: everything once, then what changes, and again by itself when it broke. */
export interface OverviewLine {
  /** Tries at once, where it waits to try again. */
  retry(): void;
  /** Called now and then: a line on which nobody speaks is broken. */
  look(): void;
  end(): void;
}

export type Events = Pick<EventSource, 'addEventListener' | 'close'>;

export interface OverviewLineDeps {
  readonly ask: <T>(method: 'GET', path: string) => Promise<Answer<T>>;
  readonly openEvents: (path: string) => Events;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** From now on the line is live. */
  readonly onOverview: (overview: Overview) => void;
  readonly onRows: (live: LiveRows) => void;
  /** Nothing is new, and the line is live. */
  readonly onQuiet: () => void;
  /** @param why a code of the centre's, or `not-reached` */
  readonly onLost: (why: string) => void;
  readonly onSignedOut: () => void;
}

/** The centre speaks every ten seconds at least. */
const silentAfterMs = 25_000;
const spreadMs = 3_000;

export function createOverviewLine(deps: OverviewLineDeps): OverviewLine {
  const { ask, openEvents, after, elapsed, random } = deps;
  const backOff = createBackOff({ random, after });
  let stage: 'listening' | 'waiting' | 'ended' = 'waiting';
  let events: Events | null = null;
  let heardAt = elapsed();

  function lost(why: string): void {
    events?.close();
    events = null;
    if (stage === 'ended') return;
    stage = 'waiting';
    deps.onLost(why);
    backOff.plan(() => void probe());
  }

  /** A stream of events does not say why it was refused, so something small is asked for first. */
  async function probe(): Promise<void> {
    const answer = await ask<Me>('GET', '/me');
    if (stage === 'ended') return;
    if (!isRefused(answer)) return listen();
    if (answer.status === 401) return deps.onSignedOut();
    lost(answer.refused);
  }

  async function readAll(): Promise<void> {
    const mine = events;
    const answer = await ask<Overview>('GET', '/overview');
    // The line broke meanwhile: what comes of it says nothing about the next.
    if (stage !== 'listening' || events !== mine) return;
    if (isRefused(answer)) {
      if (answer.status === 401) return deps.onSignedOut();
      return lost(answer.refused);
    }
    backOff.reset();
    deps.onOverview(answer.done);
  }

  function listen(): void {
    stage = 'listening';
    heardAt = elapsed();
    const mine = openEvents('/admin/api/live');
    events = mine;
    const on = (event: string, run: (data: string) => void) =>
      mine.addEventListener(event, (said) => {
        if (events !== mine) return;
        heardAt = elapsed();
        run((said as MessageEvent<string>).data);
      });
    // Between reading and listening something may change, so it listens first.
    on('open', () => void readAll());
    on('quiet', deps.onQuiet);
    on('rows', (data) => deps.onRows(JSON.parse(data) as LiveRows));
    // Not all pages in the same moment.
    on('anew', () => void after(random() * spreadMs, () => void readAll()));
    on('error', () => lost('not-reached'));
  }

  listen();
  return {
    retry: () => backOff.hurry(),
    look() {
      if (stage === 'listening' && elapsed() - heardAt >= silentAfterMs) lost('not-reached');
    },
    end() {
      stage = 'ended';
      backOff.reset();
      events?.close();
    },
  };
}
