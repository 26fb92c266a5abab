import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type Clock,
  type Instant,
  type OutletCode,
  startOfDay,
} from '#rules';
import { type MakingPace, waitBeforeMaking } from '../making-pace.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import type { AnnouncedRules } from '../standing-policy.ts';
import { turn } from '../timers.ts';
import { type Board, onSaleOn } from './board.ts';
import { maskdataFile, maskdataLine } from './maskdata.ts';
import { pointFeature, pointsFile } from './points.ts';

/** A file as it is sent out. */
export interface Published {
  readonly bytes: Buffer;
  readonly gzip: Buffer;
  /** Strong: of the bytes. */
  readonly etag: string;
  readonly at: Instant;
}

/** The public files, always ready to be sent. */
export interface Publication {
  /** The latest of each; `null` until the first was made. */
  latest(): { readonly maskdata: Published; readonly points: Published } | null;
  /** Makes them anew from the board as it is. */
  make(): Promise<void>;
  /** The authority's list changed. */
  list(outlets: readonly ListedOutlet[]): void;
  /** Makes them whenever something changed, and now and then in any case. @returns what ends it */
  keepUp(): () => void;
}

export interface PublicationDeps {
  readonly board: Board;
  readonly clock: Pick<Clock, 'now'>;
  /** They say whether the figures leave out what is promised by ticket. */
  readonly rules: Pick<AnnouncedRules, 'promises' | 'nextFrom' | 'subscribe'>;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

/** With 7,000 outlets each making is a tenth of a second of work. */
const pace: MakingPace = { gatherMs: 500, betweenMs: 3_000 };
/** A figure that did not change is as true as its time says, so the time goes on. Sooner where a day or rules begin. */
const restMs = 30_000;

const compress = promisify(gzip);

/** What was made of one outlet's figures last, so that a change of one is not 7,000 lines of work. */
interface Made {
  readonly line: string | null;
  readonly feature: string | null;
  /** When the tills had last been heard then: that goes on without a change. */
  readonly heardAt: Instant | null;
}

export function createPublication({ board, clock, rules, after, onFault }: PublicationDeps): Publication {
  let outlets: readonly ListedOutlet[] = [];
  let made = new Map<OutletCode, Made>();
  let madeOn: string | null = null;
  let latest: ReturnType<Publication['latest']> = null;
  let making: Promise<void> = Promise.resolve();

  /** One after another: what changes during the one before has to be in the next. */
  function make(): Promise<void> {
    const next = making.then(publish);
    making = next.catch(() => {});
    return next;
  }

  async function publish(): Promise<void> {
    const day = businessDayOf(clock.now());
    // The time of a figure is that of its reading, not that of its file.
    const at = board.readAt();
    // With the day, what is on sale changes everywhere at once.
    const basis = `${day} ${rules.promises()}`;
    if (madeOn !== basis) made = new Map();
    madeOn = basis;
    const parts = outlets.map((listed) => partOf(listed, day));
    const lines = parts.map(({ line }) => line).filter(isThere);
    const features = parts.map(({ feature }) => feature).filter(isThere);
    const [maskdata, points] = await Promise.all([
      published(maskdataFile(lines, at), at),
      // In a turn of its own: whoever asks meanwhile waits for one of them and not for both. Of the process, since whoever
      // drives `after` may stand still.
      turn().then(() => published(pointsFile(features), at)),
    ]);
    latest = { maskdata, points };
  }

  function partOf(listed: ListedOutlet, day: BusinessDay): Made {
    const known = made.get(listed.outlet);
    const figures = board.figures(listed.outlet);
    if (known?.heardAt === figures.heardAt) return known;
    const outlet = { ...listed, pieces: onSaleOn(figures, day, rules.promises()) };
    const part: Made = {
      heardAt: figures.heardAt,
      line: known?.line ?? maskdataLine(outlet),
      // Clients of the format cannot do without a place.
      feature: listed.place && pointFeature({ ...outlet, ...listed.place, updatedAt: figures.heardAt }),
    };
    made.set(listed.outlet, part);
    return part;
  }

  /** What is on sale changes with the day, and how it is counted with the rules. */
  function restFrom(now: Instant): number {
    const tomorrow = startOfDay(addDays(businessDayOf(now), 1));
    return Math.min(restMs, tomorrow - now, (rules.nextFrom() ?? tomorrow) - now);
  }

  return {
    latest: () => latest,
    make,
    list(next) {
      outlets = [...next].sort((a, b) => (a.outlet < b.outlet ? -1 : 1));
      made = new Map();
    },
    keepUp() {
      let cancel = (): void => {};
      let due: 'soon' | 'in-time' = 'in-time';
      const plan = (ms: number) => {
        cancel();
        cancel = after(ms, () => {
          due = 'in-time';
          make()
            .catch(onFault)
            .finally(() => {
              if (due === 'in-time') plan(restFrom(clock.now()));
            });
        });
      };
      const planSoon = () => {
        if (due === 'soon') return;
        due = 'soon';
        plan(waitBeforeMaking(clock.now() - (latest?.maskdata.at ?? Number.NEGATIVE_INFINITY), pace));
      };
      const ends = [
        board.subscribe((outlet) => {
          if (outlet === 'all') made = new Map();
          else made.delete(outlet);
          planSoon();
        }),
        rules.subscribe(planSoon),
      ];
      plan(restFrom(clock.now()));
      return () => {
        for (const end of ends) end();
        cancel();
      };
    },
  };
}

const isThere = (text: string | null): text is string => text !== null;

const published = async (bytes: Buffer, at: Instant): Promise<Published> => ({
  bytes,
  gzip: await compress(bytes, { level: 4 }),
  etag: `"${hash('sha256', bytes).slice(0, 32)}"`,
  at,
});
