import { createHash } from 'node:crypto';
import { type Actor, type Instant, instant, mayDo } from '#rules';
import type { Phone, Store } from '#store';
import { createAttempts } from './attempts.ts';
import type { Schedule } from './scheduler.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** A secret that one phone may exchange for a token. */
export interface PairingOffer {
  readonly secret: string;
  readonly until: Instant;
}

export type Paired =
  | { readonly outcome: 'paired'; readonly token: string }
  /** `wrong`: never offered, used, or too old. `too-many`: five wrong ones from there within a minute. */
  | { readonly outcome: 'wrong' | 'too-many' };

/** Where the till listens for phones; `fault` is why it does not. */
export interface PhoneListening {
  readonly address: string | null;
  readonly fault: 'no-network' | 'port-taken' | null;
}

export interface PhoneHere extends Phone {
  /** It has a line to the till now. */
  readonly online: boolean;
}

/** Phones that may look on. What writes throws storage errors. */
export interface PhoneDesk {
  /** Good for two minutes and for one phone; an earlier one ends. */
  offer(actor: Actor): PairingOffer | 'not-your-right';
  offerUntil(): Instant | null;
  withdraw(): void;
  /** @param from the network address of whoever tries */
  pair(secret: string, browser: string, from: string): Paired;
  /** Whose token it is. */
  known(token: string): Phone | null;
  /** A line to a phone begins. @returns to be called once at its end */
  came(phoneId: string): () => void;
  all(): readonly PhoneHere[];
  /** Ends one, or with `null` all of them. */
  end(phoneId: string | null, actor: Actor): 'done' | 'not-your-right' | 'unknown';
  listening(): PhoneListening;
  listens(now: PhoneListening): void;
  readonly changed: Signal;
}

export interface PhoneDeskDeps {
  readonly store: Pick<Store, 'phones' | 'transact'>;
  readonly time: Pick<TimeKeeper, 'now'>;
  readonly schedule: Schedule;
  readonly newId: () => string;
  /** Made anew at each call; not to be guessed. */
  readonly newSecret: () => string;
}

const offerMs = 2 * 60_000;

export function createPhoneDesk({ store, time, schedule, newId, newSecret }: PhoneDeskDeps): PhoneDesk {
  const { phones } = store;
  const changed = createSignal();
  const attempts = createAttempts(time);
  const lines = new Map<string, number>();
  let offered: (PairingOffer & { readonly by: Actor; readonly callOff: () => void }) | null = null;
  let listening: PhoneListening = { address: null, fault: null };

  const stands = () => offered !== null && time.now() < offered.until;

  function withdraw(): void {
    if (offered === null) return;
    offered.callOff();
    offered = null;
    changed.raise();
  }

  function accept(by: Actor, browser: string): Paired {
    const token = newSecret();
    const at = time.now();
    const phone = { phoneId: newId(), browser, pairedAt: at, pairedBy: by.operatorId, lastSeen: at };
    store.transact(() => phones.keep(phone, hashOf(token)));
    withdraw();
    return { outcome: 'paired', token };
  }

  function went(phoneId: string): void {
    const left = (lines.get(phoneId) ?? 0) - 1;
    if (left > 0) lines.set(phoneId, left);
    else lines.delete(phoneId);
    store.transact(() => phones.seen(phoneId, time.now()));
    changed.raise();
  }

  return {
    changed,
    offer(actor) {
      if (!mayDo(actor.role, 'pair-phones')) return 'not-your-right';
      offered?.callOff();
      const offer = { secret: newSecret(), until: instant(time.now() + offerMs) };
      offered = { ...offer, by: actor, callOff: schedule(offer.until, withdraw) };
      changed.raise();
      return offer;
    },
    offerUntil: () => (offered !== null && stands() ? offered.until : null),
    withdraw,
    pair(secret, browser, from) {
      if (!attempts.mayTry(from)) return { outcome: 'too-many' };
      if (offered !== null && stands() && hashOf(secret).equals(hashOf(offered.secret))) {
        return accept(offered.by, browser);
      }
      attempts.failed(from);
      return { outcome: 'wrong' };
    },
    known: (token) => phones.byToken(hashOf(token)),
    came(phoneId) {
      lines.set(phoneId, (lines.get(phoneId) ?? 0) + 1);
      changed.raise();
      return () => went(phoneId);
    },
    all: () => phones.all().map((phone) => ({ ...phone, online: lines.has(phone.phoneId) })),
    end(phoneId, { role }) {
      if (!mayDo(role, 'pair-phones')) return 'not-your-right';
      const ended = store.transact(() => phones.forget(phoneId));
      if (ended > 0) changed.raise();
      return ended > 0 || phoneId === null ? 'done' : 'unknown';
    },
    listening: () => listening,
    listens(now) {
      if (now.address === listening.address && now.fault === listening.fault) return;
      listening = now;
      changed.raise();
    },
  };
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
