import {
  type EnrolledAnswer,
  enrolSchema,
  type Fault,
  type FaultAnswer,
  type PullAnswer,
  type PushAnswer,
  pullSchema,
  type QuotaAnswer,
  quotaSchema,
  type TillName,
} from '#protocol';
import type { Clock, OutletCode } from '#rules';
import { createAttemptLimit } from '../access/attempt-limit.ts';
import type { CentralDatabase } from '../database/database.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Admission, Entrance } from '../http/admission.ts';
import type { Way } from '../ingest/batch-check.ts';
import type { Intake, Taken } from '../ingest/intake.ts';
import type { CentreKeys } from '../keys.ts';
import type { QuotaDesk } from '../quota.ts';
import { entriesMost, type Read, readJson, readPush } from './bodies.ts';
import { type CarriedAnswer, createCarriedDesk } from './carried-desk.ts';
import { createSignatureCheck, type SyncRequest, type Verify } from './check-signature.ts';
import { faultStatus } from './fault-status.ts';
import type { Nonces } from './nonces.ts';
import { createPulling } from './pulling.ts';

/** Answers the tills, whatever carries their requests. */
export interface SyncService {
  /** Never throws: what breaks is told to `onFault`, and the till comes back later. */
  handle(request: SyncRequest): Promise<SyncAnswer>;
  /** The file that a till without a line has sent; what is no such file is a `bad-request`. */
  answerCarried(carried: unknown): Promise<CarriedAnswer>;
}

export interface SyncAnswer {
  readonly status: number;
  readonly body: EnrolledAnswer | PushAnswer | PullAnswer | QuotaAnswer | FaultAnswer;
  /** Of `busy`: when to come back. */
  readonly retryAfterSeconds?: number;
}

export interface SyncServiceDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly keys: CentreKeys;
  readonly nonces: Nonces;
  readonly verify?: Verify;
  readonly intake: Pick<Intake, 'take'>;
  readonly enrolment: Enrolment;
  readonly quota: QuotaDesk;
  /** A place for a till whose signature holds; without this there is always one. */
  readonly enterOutlet?: Admission['enterOutlet'];
  /** The place of a till in the queue, in milliseconds. */
  readonly slotMs: (till: TillName) => number;
  /** What is published of this outlet changed. */
  readonly onChanged: (outlet: OutletCode) => void;
  readonly onFault: (error: unknown) => void;
}

type Answer = SyncAnswer['body'];

const pushing = 'POST /sync/push';

export function createSyncService(deps: SyncServiceDeps): SyncService {
  const { database, clock, keys, intake, enrolment, quota, slotMs, onChanged, onFault } = deps;
  const { enterOutlet = everybodyIn } = deps;
  const signatures = createSignatureCheck({ ...deps, reading: database.reading });
  const attempts = createAttemptLimit(clock.now);
  const pulling = createPulling({ reading: database.reading, clock });

  /** Not itself waiting for the answer: what waits keeps all that it has read, which by then is hundreds of entries. */
  function take({ outlet, tillId }: TillName, body: Buffer, way: Way): Promise<Taken> | FaultAnswer {
    const read = readPush(body);
    return 'fault' in read ? read : intake.take({ outlet, tillId }, () => ({ ...read.value, way }));
  }

  async function push(till: TillName, body: Buffer, way: Way): Promise<PushAnswer | FaultAnswer> {
    const accepted = await take(till, body, way);
    if (!('outcome' in accepted)) return accepted;
    if (accepted.outcome !== 'looked-at') return { fault: { kind: accepted.outcome } };
    const { acknowledged, fault, feed, policy, published } = accepted;
    if (published === 'changed') onChanged(till.outlet);
    return {
      ...{ acknowledged, ...(fault && { fault }), feed, policy },
      ...{ slotMs: slotMs(till), takes: entriesMost, now: clock.now() },
    };
  }

  async function enrol(request: SyncRequest): Promise<SyncAnswer> {
    const { body, from } = request;
    const read = readJson(body, enrolSchema);
    if ('fault' in read) return withStatus(read);
    const wait = from === undefined ? null : attempts.wait(from);
    if (wait !== null) return { ...tooManyCodes, retryAfterSeconds: wait };
    // Before the signature: its key is the asker's own, and its nonce would be written down for whatever outlet it names.
    const wrongCode = await enrolment.look(read.value);
    if (wrongCode && from !== undefined) attempts.failed(from);
    const wrong = wrongCode ?? (await signatures.ofKey(request, read.value.publicKey, read.value.outlet));
    if (wrong) return withStatus({ fault: wrong });
    const answer = await enrolment.enrol(read.value);
    if (answer.outcome === 'refused') return withStatus({ fault: answer.fault });
    const { tillId, acknowledged } = answer;
    const { holderSecret, centreKeys } = keys;
    return withStatus({
      ...{ tillId, holderSecret, centreKeys: [...centreKeys], acknowledged, now: clock.now() },
    });
  }

  /** Of a till that is known, by what it asks. */
  const answers: Readonly<Record<string, (till: TillName, body: Buffer) => Promise<Answer>>> = {
    [pushing]: (till, body) => push(till, body, 'line'),
    'POST /sync/pull': (till, body) =>
      answerTo(readJson(body, pullSchema), (has) => pulling.pull(till.outlet, has)),
    'POST /sync/quota': (_till, body) =>
      answerTo(readJson(body, quotaSchema), async ({ holderKeys }) => ({
        purchases: [...(await quota.purchasesOf(holderKeys))],
        now: clock.now(),
      })),
  };

  async function answerOf(request: SyncRequest): Promise<SyncAnswer> {
    const asked = `${request.method} ${request.path}`;
    if (asked === 'POST /sync/enrol') return enrol(request);
    const answer = answers[asked];
    if (!answer) return withStatus({ fault: { kind: 'bad-request', detail: 'nothing is asked here' } });
    // Whether a till that pushes was revoked is looked at where its entries are written.
    const signed = await (asked === pushing ? signatures.ofSigner : signatures.ofTill)(request);
    if ('fault' in signed) return withStatus(signed);
    const entrance = enterOutlet(signed.till);
    if (entrance.let === 'later') return { ...busy, retryAfterSeconds: entrance.retryAfterSeconds };
    try {
      return withStatus(await answer(signed.till, request.body));
    } finally {
      entrance.leave();
    }
  }

  return {
    answerCarried: createCarriedDesk({
      database,
      clock,
      keys,
      signatures,
      pulling,
      push: (till, body) => push(till, body, 'file'),
    }),
    async handle(request) {
      try {
        return await answerOf(request);
      } catch (error) {
        onFault(error);
        return withStatus({ fault: { kind: 'broke' } });
      }
    },
  };
}

const inside: Entrance = { let: 'in', leave: () => {} };
const everybodyIn = (): Entrance => inside;

const answerTo = async <T>(read: Read<T>, answer: (value: T) => Promise<Answer>): Promise<Answer> =>
  'fault' in read ? read : answer(read.value);

/** A push that was taken in part is an answer; only what was not taken at all is a fault. */
const withStatus = (body: Answer): SyncAnswer => ({ status: statusOf(body), body });

const statusOf = (body: Answer): number =>
  'fault' in body && body.fault && !('acknowledged' in body) ? faultStatus[(body.fault as Fault).kind] : 200;

const busy = withStatus({ fault: { kind: 'busy' } });
const tooManyCodes = withStatus({
  fault: { kind: 'busy', detail: 'too many wrong enrolment codes from this address: ten a minute' },
});
