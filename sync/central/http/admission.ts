import { hash } from 'node:crypto';
import { type TillName, tillNameText } from '#protocol';
import type { OutletCode } from '#rules';

/** How much the centre takes on at once, so that a morning at which 7,000 tills come cannot drown it. */
export interface AdmissionLimits {
  /** Places for requests of tills under way, those that wait for the database included. */
  readonly underWay: number;
  /** Of one outlet whose signature holds; its tills wait for each other. */
  readonly perOutlet: number;
}

/**
 * A push of each till of a country: a moment in which nothing is answered must send nobody away, as that takes half of
 * the work of an answer.
 */
export const usualLimits: AdmissionLimits = { underWay: 8_192, perOutlet: 8 };

/** A large batch takes as many places as it has pieces of this size: what waits has to fit into memory. */
const bytesOfPlace = 1024;

/** Lets requests of tills in, or tells them when to come back. Public pages never pass here. */
export interface Admission {
  /**
   * @param name who asks, as far as the headers say: unchecked, and so good for nothing but this
   * @param bytes of the body
   */
  enter(name: string, bytes: number): Entrance;
  /** Whether it would be let in now: `null`, or when to come back. For who has not said yet what it wants. */
  look(name: string): Extract<Entrance, { let: 'later' }> | null;
  /** A place of its outlet's. @param till whose signature holds: by a mere name anybody could take them all */
  enterOutlet(till: TillName): Entrance;
  /** The place of a till in the queue, in milliseconds: none while it is quiet, spread out as it fills. */
  slotMs(till: string): number;
  readonly counts: { readonly underWay: number; readonly refused: number };
}

export type Entrance =
  | { readonly let: 'in'; readonly leave: () => void }
  | { readonly let: 'later'; readonly retryAfterSeconds: number };

/** Below this share of the limit nobody waits: sales come at random anyway, and a slot would only be time lost. */
const quiet = 0.5;
/** A sale is pushed within a second, whatever the load. */
const slotMostMs = 700;
/** A till that is sent away comes back within this time at the latest. */
const awayMostSeconds = 60;
/** Of the places, kept for tills that were sent away before: else whoever comes at the right moment goes first for ever. */
const keptShare = 0.25;
/**
 * So many are remembered as sent away, until so long after they were to come back: of tills, and of names that no
 * signature has proved yet. A stranger can invent as many as he likes of these, so they are few, and no place is kept
 * for them.
 */
const rememberedMost = { tills: 20_000, strangers: 2_000 } as const;
const rememberedMs = 10_000;
const windowMs = 10_000;

export function createAdmission(limits: AdmissionLimits, now: () => number): Admission {
  const perOutlet = new Map<OutletCode, number>();
  let underWay = 0;
  let refused = 0;
  /** Who was sent away, and when they were to come back. */
  const away = { tills: new Map<string, number>(), strangers: new Map<string, number>() } as const;
  /** Names whose signature held since this process began. */
  const proved = new Set<string>();
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
    for (const kind of ['tills', 'strangers'] as const) {
      for (const [name, due] of away[kind]) if (due + rememberedMs < now()) away[kind].delete(name);
    }
  }

  function sendAway(name: string): Extract<Entrance, { let: 'later' }> {
    refused++;
    turnWindow();
    const kind = proved.has(name) ? 'tills' : 'strangers';
    const waiting = away.tills.size + away.strangers.size;
    // Whoever has waited comes back soon.
    const seconds = away[kind].has(name)
      ? 1
      : Math.min(awayMostSeconds, 1 + waiting / Math.max(10, perSecond()));
    const retryAfterSeconds = 1 + Math.floor(shareOf(name) * seconds);
    if (away[kind].size < rememberedMost[kind]) away[kind].set(name, now() + retryAfterSeconds * 1000);
    return { let: 'later', retryAfterSeconds };
  }

  function isFull(name: string): boolean {
    const { tills } = away;
    const kept = tills.has(name) ? 0 : Math.min(tills.size, Math.floor(limits.underWay * keptShare));
    return underWay >= limits.underWay - kept;
  }

  function prove(name: string): void {
    if (proved.size >= rememberedMost.tills) proved.clear();
    proved.add(name);
  }

  return {
    look: (name) => (isFull(name) ? sendAway(name) : null),
    enter(name, bytes) {
      if (isFull(name)) return sendAway(name);
      away.tills.delete(name);
      away.strangers.delete(name);
      const places = 1 + Math.floor(bytes / bytesOfPlace);
      underWay += places;
      return letIn(() => {
        underWay -= places;
        turnWindow();
        window.served++;
      });
    },
    enterOutlet(till) {
      const { outlet } = till;
      const name = tillNameText(till);
      prove(name);
      const inside = perOutlet.get(outlet) ?? 0;
      if (inside >= limits.perOutlet) return sendAway(name);
      perOutlet.set(outlet, inside + 1);
      return letIn(() => {
        const remaining = (perOutlet.get(outlet) ?? 1) - 1;
        if (remaining === 0) perOutlet.delete(outlet);
        else perOutlet.set(outlet, remaining);
      });
    },
    slotMs(till) {
      const load = underWay / limits.underWay;
      return Math.floor(shareOf(till) * Math.max(0, (load - quiet) / (1 - quiet)) * slotMostMs);
    },
    get counts() {
      return { underWay, refused };
    },
  };
}

/** Leaves once, however often it is told to. */
function letIn(leave: () => void): Entrance {
  let left = false;
  return {
    let: 'in',
    leave() {
      if (left) return;
      left = true;
      leave();
    },
  };
}

/** From 0 up to 1, the same for the same till: every till keeps its place, and no two moments crowd together. */
const shareOf = (till: string): number => Number.parseInt(hash('sha256', till).slice(0, 8), 16) / 2 ** 32;
