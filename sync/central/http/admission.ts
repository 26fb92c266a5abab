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
/** Of the places, kept for tills that were sent away before: else whoever comes at the right moment goes first for ever. */
const keptShare = 0.25;
/** So many are remembered as sent away, until so long after they were to come back. */
const rememberedMost = 20_000;
const rememberedMs = 10_000;
const windowMs = 10_000;

export function createAdmission(limits: AdmissionLimits, now: () => number): Admission {
  const perOutlet = new Map<string, number>();
  let underWay = 0;
  let refused = 0;
  /** Tills that were sent away, and when they were to come back. */
  const away = new Map<string, number>();
  /** How many were served in the last window and in this one: they say how long those who were sent away will take. */
  let window = { begun: now(), served: 0, before: 0 };

  function perSecond(): number {
    const { begun, served, before } = window;
    return Math.max(before, served / Math.max(1, (now() - begun) / 1000));
  }

  function turnWindow(): void {
    const { begun, served } = window;
    const took = now() - begun;
    if (took <= windowMs) return;
    window = { begun: now(), served: 0, before: (1000 * served) / took };
    for (const [till, due] of away) if (due + rememberedMs < now()) away.delete(till);
  }

  function sendAway(till: string): Extract<Entrance, { let: 'later' }> {
    refused++;
    turnWindow();
    // Whoever has waited comes back soon.
    const seconds = away.has(till) ? 1 : Math.min(awayMostSeconds, 1 + away.size / Math.max(10, perSecond()));
    const retryAfterSeconds = 1 + Math.floor(shareOf(till) * seconds);
    if (away.size < rememberedMost) away.set(till, now() + retryAfterSeconds * 1000);
    return { let: 'later', retryAfterSeconds };
  }

  function isFull(till: string): boolean {
    const kept = away.has(till) ? 0 : Math.min(away.size, Math.floor(limits.underWay * keptShare));
    return underWay >= limits.underWay - kept || (perOutlet.get(outletIn(till)) ?? 0) >= limits.perOutlet;
  }

  return {
    look: (till) => (isFull(till) ? sendAway(till) : null),
    enter(till) {
      if (isFull(till)) return sendAway(till);
      away.delete(till);
      const outlet = outletIn(till);
      underWay++;
      perOutlet.set(outlet, (perOutlet.get(outlet) ?? 0) + 1);
      let left = false;
      return {
        let: 'in',
        leave() {
          if (left) return;
          left = true;
          underWay--;
          turnWindow();
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
