import { type EnrolledAnswer, type FactOf, nextStep } from '#protocol';
import { businessDayOf, type OutletCode } from '#rules';
import type { Store } from '#store';
import { type Exchange, enrol, type Station, type TillKey, type Trouble } from '#sync-client';
import type { HolderSecrets } from './holder-keys.ts';
import type { TillKeys } from './till-keys.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of an enrolment. Anything but `done` changed nothing, and may be tried again. */
export type EnrolOutcome =
  | 'done'
  | 'code-unknown'
  | 'code-used'
  | 'code-expired'
  | 'unknown-outlet'
  /** No answer, or none yet: the same code stays good. */
  | 'no-line'
  /** For a reason that no other code would mend. */
  | 'centre-refused';

export interface EnrolmentDeps {
  readonly store: Store;
  readonly station: Station;
  readonly time: Pick<TimeKeeper, 'now'>;
  readonly outletCode: OutletCode;
  readonly keys: TillKeys;
  readonly secrets: HolderSecrets;
  /** Speaks to the centre under the key itself, since the till has no other name yet. */
  readonly exchangeBy: (key: TillKey) => Exchange;
  readonly onRefused: (why: Trouble) => void;
}

/**
 * Makes this till known to the centre. Cut off at any point it is done again with the same code: the key is on disk
 * before the centre is asked, and the centre answers the same key as before. A journal that the centre has a part of
 * goes on after that part, under a new name.
 * @throws what the disk throws
 */
export type Enrol = (code: string) => Promise<EnrolOutcome>;

export function createEnrolment(deps: EnrolmentDeps): Enrol {
  const { store, outletCode: outlet, keys, secrets } = deps;

  return async (code) => {
    const key = keys.next();
    const before = store.centre.enrolment();
    const asked = { code, outlet, publicKey: key.publicKey, ...(before && { was: before.tillId }) };
    const answer = await enrol(asked, deps.station, deps.exchangeBy(key));
    if (!answer.ok) {
      deps.onRefused(answer.why);
      return outcomeOf(answer.why);
    }
    // First, so that no entry of the enrolled till is made with a secret that only this till has.
    secrets.adopt(Buffer.from(answer.value.holderSecret, 'hex'));
    store.transact(() => keep(deps, answer.value, key));
    return 'done';
  };
}

function keep(
  { store, time }: Pick<EnrolmentDeps, 'store' | 'time'>,
  { tillId, centreKeys, acknowledged }: EnrolledAnswer,
  { publicKey }: TillKey,
): void {
  const at = time.now();
  const fromTheBeginning = acknowledged.seq === 0;
  store.centre.keepEnrolment({ tillId, publicKey, centreKeys });
  store.working.keepAcknowledged(acknowledged);
  if (fromTheBeginning) store.centre.keepCursors({ feed: 0, policy: 0 });
  // Whoever stood at the counter is known by the former key alone.
  store.working.keepVisit(null);
  const standing = fromTheBeginning ? {} : { standing: standingOf(store, at) };
  store.record({ kind: 'enrolled', tillId, ...standing }, at);
}

type Standing = NonNullable<FactOf<'enrolled'>['standing']>;

function standingOf({ stock, tickets }: Store, at: ReturnType<TimeKeeper['now']>): Standing {
  const today = businessDayOf(at);
  const { adult, child } = stock.on(today);
  const buckets = ({ onHand, promised, defective }: typeof adult) => ({ onHand, promised, defective });
  return {
    stock: { adult: buckets(adult), child: buckets(child) },
    lots: [...stock.lotsAfter(today)],
    tickets: tickets
      .open()
      .map(({ ticketId, sessionId, kind, pieces }) => ({ ticketId, sessionId, kind, pieces })),
  };
}

function outcomeOf(why: Trouble): Exclude<EnrolOutcome, 'done'> {
  switch (why.kind) {
    case 'code-unknown':
    case 'code-used':
    case 'code-expired':
    case 'unknown-outlet':
    case 'no-line':
      return why.kind;
    case 'later-fault':
      return why.step === 'wait' ? 'centre-refused' : 'no-line';
    default:
      return nextStep[why.kind] === 'stop' ? 'centre-refused' : 'no-line';
  }
}
