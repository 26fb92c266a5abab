import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestCentre, sampleOutlets, type TestTill } from '#fixtures/central-kit';
import { faultAnswerSchema } from '#protocol';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { createAdmission } from '../http/admission.ts';
import type { SyncRequest } from './check-signature.ts';
import { createNoncesInMemory } from './nonces.ts';
import { createSyncService } from './sync-service.ts';

describe('the places of an outlet', () => {
  /** A service with one place an outlet, that takes no push until it is let go. */
  async function held() {
    const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
    const till = await centre.newTill();
    till.open();
    const admission = createAdmission({ underWay: 100, perOutlet: 1 }, centre.clock.now);
    const gate = createGate();
    const service = createSyncService({
      ...{ ...centre, nonces: createNoncesInMemory(centre.clock), slotMs: () => 0 },
      ...{ onChanged: () => {}, onFault: () => {} },
      enterOutlet: admission.enterOutlet,
      intake: {
        async take(till, batch) {
          await gate.passed();
          return centre.intake.take(till, batch);
        },
      },
    });
    const push = (by: TestTill, change = (request: SyncRequest) => request) =>
      by.ask('/sync/push', by.pushBody(0), { through: (request) => service.handle(change(request)) });
    return { centre, till, gate, push };
  }

  it('are taken by tills whose signature holds, and by nobody who only names it', async () => {
    const { till, gate, push } = await held();
    const forge = (request: SyncRequest) => ({ ...request, body: gzipSync('another') });
    const forged = [1, 2, 3].map(() => push(till, forge));
    const first = push(till);
    await gate.reached;
    for (const answer of await Promise.all(forged))
      expect(faultAnswerSchema.parse(answer.body).fault.kind).toBe('bad-signature');
    gate.open();
    expect((await first).status).toBe(200);
  });

  it('are waited for by its other tills, with a time to come back, and by no other outlet', async () => {
    const { centre, till, gate, push } = await held();
    const [neighbour, other] = [await centre.newTill(), await centre.newTill(sampleOutlets[1])];
    for (const each of [neighbour, other]) each.open();
    const first = push(till);
    await gate.reached;
    expect(await push(neighbour)).toEqual({
      ...{ status: 429, body: { fault: { kind: 'busy' } }, retryAfterSeconds: expect.any(Number) },
    });
    const elsewhere = push(other);
    gate.open();
    expect([(await first).status, (await elsewhere).status]).toEqual([200, 200]);
    expect((await push(neighbour)).status).toBe(200);
  });
});

/** Holds whoever passes until it is opened. */
function createGate() {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    open,
    reached,
    passed: () => {
      arrive();
      return opened;
    },
  };
}
