import type { Carried } from '#protocol';
import { type Actor, mayDo } from '#rules';
import type { CentreWords, Store } from '#store';
import {
  type AnsweredFault,
  carryOut,
  readAnswered,
  type Station,
  type SyncStatus,
  type Trouble,
  takeBack,
} from '#sync-client';
import type { CentreLine, EnrolledLine } from './centre-line.ts';
import { wantsNewName } from './continuation.ts';
import type { Enrol, EnrolOutcome } from './enrolment.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** How the till stands with the centre: the truth, and nothing that sounds better. */
export interface CentreStatus extends Pick<SyncStatus, 'until' | 'unsent' | 'oldestUnsentAt' | 'heardAt'> {
  /** `none`: this till works by itself. `not-enrolled`: there is a centre, and it does not know this till. */
  readonly mode: 'none' | 'not-enrolled' | 'enrolled';
  /** `null` unless enrolled. */
  readonly phase: SyncStatus['phase'] | null;
  readonly why: Trouble['kind'] | null;
  /** `null` unless enrolled. `up`: the centre answers, and is asked about cards, even where it takes no entries. */
  readonly line: SyncStatus['line'] | null;
  readonly refusedPolicy: SyncStatus['refusedPolicy'];
  /** Both ends have the same last entry, and nothing is under way. */
  readonly equal: boolean;
}

export type EnrolAnswer = EnrolOutcome | 'no-centre' | 'enrolled-already' | 'not-your-right' | 'not-now';
export type TakeBackAnswer = 'done' | 'not-your-right' | 'not-now' | 'malformed' | AnsweredFault;

type Asker = Pick<Actor, 'role'>;

/** What the people here see of the centre, and what they can do about it. What writes throws storage errors. */
export interface CentreDesk
  extends Pick<CentreWords, 'conflicts' | 'messages' | 'unreadMessages' | 'deliveries'> {
  status(): CentreStatus;
  /** Tries now, whatever the till was waiting for. */
  resume(): 'done' | 'no-centre';
  /** A till that the centre knows is enrolled again only where that mends what is wrong. */
  enrol(code: string, asker: Asker): Promise<EnrolAnswer>;
  markRead(messageId: string): 'done' | 'unknown';
  /** Everything that the centre does not have, for a stick. `not-now`: the centre does not know this till. */
  carryOut(asker: Asker): Carried | 'not-your-right' | 'not-now';
  /** The text of what came back on it. */
  takeBack(text: string, asker: Asker): TakeBackAnswer;
  readonly changed: Signal;
}

/** Whoever can start programs on this machine can do what its manager can. */
export const atTheMachine: Asker = { role: 'manager' };

export interface CentreDeskDeps {
  readonly store: Store;
  readonly time: Pick<TimeKeeper, 'now'>;
  readonly station: Station;
  /** `null`: none is configured. */
  readonly centre: { readonly line: CentreLine; readonly enrol: Enrol } | null;
  readonly newNonce: () => string;
}

export function createCentreDesk({ store, time, station, centre, newNonce }: CentreDeskDeps): CentreDesk {
  const changed = createSignal();
  centre?.line.changed.subscribe(changed.raise);
  const current = (): EnrolledLine | null => centre?.line.current() ?? null;
  let enrolling = false;

  function status(): CentreStatus {
    if (!centre) return noCentre;
    const [head, acknowledged] = [station.head(), station.acknowledged()];
    const known = current()?.client.status();
    if (!known) {
      const unsent = head.seq - acknowledged.seq;
      return { ...noCentre, mode: 'not-enrolled', unsent, oldestUnsentAt: station.oldestUnsentAt() };
    }
    const same = head.seq === acknowledged.seq && head.hash === acknowledged.hash;
    return {
      mode: 'enrolled',
      ...known,
      why: known.why?.kind ?? null,
      equal: same && known.phase === 'idle',
    };
  }

  async function enrolNow({ line, enrol }: NonNullable<typeof centre>, code: string): Promise<EnrolAnswer> {
    const client = line.current()?.client;
    if (client && !(await wantsNewName(client))) return 'enrolled-already';
    const outcome = await enrol(code);
    if (outcome === 'done') await line.open();
    return outcome;
  }

  return {
    status,
    resume() {
      const line = current();
      line?.client.resume();
      return centre ? 'done' : 'no-centre';
    },
    async enrol(code, { role }) {
      if (!mayDo(role, 'join-centre')) return 'not-your-right';
      if (!centre) return 'no-centre';
      if (enrolling) return 'not-now';
      enrolling = true;
      try {
        return await enrolNow(centre, code);
      } finally {
        enrolling = false;
      }
    },
    conflicts: store.centre.conflicts,
    messages: store.centre.messages,
    unreadMessages: store.centre.unreadMessages,
    deliveries: store.centre.deliveries,
    markRead(messageId) {
      const known = store.transact(() => store.centre.markRead(messageId));
      changed.raise();
      return known ? 'done' : 'unknown';
    },
    carryOut({ role }) {
      if (!mayDo(role, 'join-centre')) return 'not-your-right';
      const line = current();
      if (!line) return 'not-now';
      return carryOut(station, { key: line.key, till: line.name, now: time.now(), nonce: newNonce() });
    },
    takeBack(text, { role }) {
      if (!mayDo(role, 'join-centre')) return 'not-your-right';
      const line = current();
      if (!line) return 'not-now';
      const answered = readAnswered(text);
      if (!answered) return 'malformed';
      const { client, name: till, centreKeys } = line;
      const fault = takeBack(answered, { till, centreKeys, client });
      changed.raise();
      return fault ?? 'done';
    },
    changed,
  };
}

const noCentre: CentreStatus = {
  ...{ mode: 'none', phase: null, why: null, line: null, until: null, unsent: 0, oldestUnsentAt: null },
  ...{ heardAt: null, refusedPolicy: null, equal: false },
};
