import { hash } from 'node:crypto';

/** How much the centre takes on at once, so that a morning at which 7,000 tills come cannot drown it. */
export interface AdmissionLimits {
  /** Requests of tills under way, those that wait for the database included. */
  readonly underWay: number;
  /** Of one outlet; its tills wait for each other. */
  readonly perOutlet: number;
}

export const usualLimits: AdmissionLimits = { underWay: 512, perOutlet: 8 };

/** Lets requests of tills in, or tells them when to come back. Public pages never pass here. */
export interface Admission {
  /** @param till who asks, as far as the headers say: unchecked, and so good for nothing but this */
  enter(till: string): Entrance;
  /** Whether it would be let in now: `null`, or when to come back. For who has not said yet what it wants. */
  look(till: string): Extract<Entrance, { let: 'later' }> | null;
  /** The place of a till in the queue, in milliseconds: none while it is quiet, spread out as it fills. */
  slotMs(till: string): number;
  readonly counts: { readonly underWay: number; readonly refused: number };
}

export type Entrance =
  | { readonly let: 'in'; readonly leave: () => void }
  | { readonly let: 'later'; readonly retryAfterSeconds: number };

/** Below this share of the limit nobody waits. */
const quiet = 0.1;
/** A sale is pushed within a second, whatever the load. */
const slotMostMs = 700;
/** A till that is sent away comes back within this time at the latest. */
const awayMostSeconds = 60;

export function createAdmission(limits: AdmissionLimits, now: () => number): Admission {
  const perOutlet = new Map<string, number>();
  let underWay = 0;
  let refused = 0;
  /** Sent away within the last window, and how many were served in it: together they say how long the rest will take. */
  let window = { begun: now(), away: 0, served: 0 };

  function currentWindow(): typeof window {
    if (now() - window.begun > 10_000) window = { begun: now(), away: 0, served: 0 };
    return window;
  }

  function away(till: string): Extract<Entrance, { let: 'later' }> {
    refused++;
    const { begun, served } = currentWindow();
    window.away++;
    const perSecond = served / Math.max(1, (now() - begun) / 1000);
    const seconds = Math.min(awayMostSeconds, 1 + window.away / Math.max(10, perSecond));
    return { let: 'later', retryAfterSeconds: 1 + Math.floor(shareOf(till) * seconds) };
  }

  const isFull = (outlet: string): boolean =>
    underWay >= limits.underWay || (perOutlet.get(outlet) ?? 0) >= limits.perOutlet;

  return {
    look: (till) => (isFull(outletIn(till)) ? away(till) : null),
    enter(till) {
      const outlet = outletIn(till);
      if (isFull(outlet)) return away(till);
      underWay++;
      perOutlet.set(outlet, (perOutlet.get(outlet) ?? 0) + 1);
      let left = false;
      return {
        let: 'in',
        leave() {
          if (left) return;
          left = true;
          underWay--;
          currentWindow();
          window.served++;
          const remaining = (perOutlet.get(outlet) ?? 1) - 1;
          if (remaining === 0) perOutlet.delete(outlet);
          else perOutlet.set(outlet, remaining);
        },
      };
    },
    slotMs(till) {
      const load = underWay / limits.underWay;
      return load < quiet ? 0 : Math.floor(shareOf(till) * Math.min(1, load * 2) * slotMostMs);
    },
    get counts() {
      return { underWay, refused };
    },
  };
}

const outletIn = (till: string): string => till.split('/', 1)[0] ?? '';

/** From 0 up to 1, the same for the same till: every till keeps its place, and no two moments crowd together. */
const shareOf = (till: string): number => Number.parseInt(hash('sha256', till).slice(0, 8), 16) / 2 ** 32;
