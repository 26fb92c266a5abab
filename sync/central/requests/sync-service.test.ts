import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestCentre, createTestTill, holderNumber, saleTo, sampleOutlets } from '#fixtures/central-kit';
import {
  dateToleranceMs,
  type Fault,
  type FaultAnswer,
  faultAnswerSchema,
  faultKindSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  quotaAnswerSchema,
  signatureHeaders,
} from '#protocol';
import { instant, type OutletCode } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { withoutSlots } from '../ingest/conflicts.contract.ts';
import { entriesMost, unpackedMost } from './bodies.ts';
import type { SyncRequest } from './check-signature.ts';
import { faultStatus } from './fault-status.ts';
import type { SyncAnswer } from './sync-service.ts';

const openCentre = () => createTestCentre(openSqliteDatabase({ folder: ':memory:' }));

async function begun() {
  const centre = await openCentre();
  const till = await centre.newTill();
  till.open();
  return { centre, till };
}

const faultOf = ({ status, body }: SyncAnswer): [number, Fault['kind']] => [
  status,
  faultAnswerSchema.parse(body).fault.kind,
];

describe('the sync service', () => {
  it('answers a push, a pull and a quota question by their schemas', async () => {
    const { centre, till } = await begun();
    till.append(saleTo(1, centre.clock.now()));
    expect(pushAnswerSchema.parse((await till.push()).body)).toMatchObject({
      slotMs: 0,
      now: centre.clock.now(),
    });
    await centre.intake.work();
    const { purchases } = quotaAnswerSchema.parse((await till.askQuota(holderNumber(1))).body);
    expect(purchases).toMatchObject([{ holderKey: holderNumber(1), day: '2020-03-12' }]);
    expect(pullAnswerSchema.parse((await till.pull()).body)).toMatchObject({ items: [], feed: 0, policy: 0 });
  });

  it('settles by itself after a push, and says so', async () => {
    let settled = () => {};
    const told = new Promise<void>((resolve) => {
      settled = resolve;
    });
    const database = openSqliteDatabase({ folder: ':memory:', places: 'apart' });
    const centre = await createTestCentre(database, { onSettled: () => settled() });
    const till = await centre.newTill();
    till.append(saleTo(1, centre.clock.now()));
    await till.push();
    await told;
    expect(await centre.quota.purchasesOf([holderNumber(1)])).toHaveLength(1);
  });

  it('sends the feed in pages, and says how far it goes', async () => {
    const { centre, till } = await begun();
    const rows = Array.from({ length: 501 }, (_, i) => [
      ...[till.outlet, i + 1, `message ${i}`, 1],
      JSON.stringify({ kind: 'conflict-ended', conflictId: String(i) }),
    ]);
    await centre.database.inOutlet(till.outlet, (statements) =>
      statements.insertMany('feed', ['outlet', 'number', 'source', 'at', 'item'], rows),
    );
    const first = pullAnswerSchema.parse((await till.pull()).body);
    expect([first.items.length, first.feed]).toEqual([500, 501]);
    const rest = pullAnswerSchema.parse((await till.pull({ feed: 500, policy: 0 })).body);
    expect(rest.items.map(({ number }) => number)).toEqual([501]);
  });

  it('says that it broke, and tells why to whoever looks after it', async () => {
    const { centre, till } = await begun();
    const broken = await createTestCentre(
      { ...centre.database, inOutlet: () => Promise.reject(new Error('the disk is full')) },
      { outlets: [] },
    );
    const through = broken.service.handle;
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { through }))).toEqual([503, 'broke']);
    expect(String(broken.faults)).toContain('the disk is full');
  });

  it('goes on with what could not be settled when work is asked for', async () => {
    const database = openSqliteDatabase({ folder: ':memory:' });
    const centre = await createTestCentre(withoutSlots(database));
    const till = await centre.newTill();
    till.append(saleTo(1, centre.clock.now()));
    expect((await till.push()).status).toBe(200);
    await expect(centre.intake.work()).rejects.toThrow('no slots today');
    const next = await createTestCentre(database, { outlets: [] });
    await next.intake.work();
    expect(await next.quota.purchasesOf([holderNumber(1)])).toHaveLength(1);
  });

  it('has a status for each fault', () => {
    expect(Object.keys(faultStatus).sort()).toEqual([...faultKindSchema.options].sort());
    expect(faultStatus.busy).toBe(429);
  });
});

describe('a request', () => {
  const tampered: [string, (request: SyncRequest) => SyncRequest][] = [
    ['whose body was exchanged', (r) => ({ ...r, body: gzipSync('another') })],
    ['that was sent elsewhere', (r) => ({ ...r, path: '/sync/pull' })],
    [
      'whose date was moved',
      (r) => ({
        ...r,
        headers: {
          ...r.headers,
          [signatureHeaders.date]: String(Number(r.headers[signatureHeaders.date]) + 1),
        },
      }),
    ],
    [
      'with another nonce',
      (r) => ({ ...r, headers: { ...r.headers, [signatureHeaders.nonce]: 'a'.repeat(32) } }),
    ],
    [
      'with a signature of nothing',
      (r) => ({ ...r, headers: { ...r.headers, [signatureHeaders.signature]: '' } }),
    ],
  ];
  it.each(tampered)('%s is of a bad signature', async (_what, change) => {
    const { centre, till } = await begun();
    const through = (request: SyncRequest) => centre.service.handle(change(request));
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { through }))).toEqual([
      401,
      'bad-signature',
    ]);
  });

  it("of one till is not another's", async () => {
    const { centre, till } = await begun();
    const other = await centre.newTill();
    const name = `${other.outlet}/${other.name.tillId}`;
    const through = (request: SyncRequest) =>
      centre.service.handle({ ...request, headers: { ...request.headers, [signatureHeaders.till]: name } });
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { through }))[1]).toBe('bad-signature');
  });

  it('of nobody is refused, signed or not', async () => {
    const { centre } = await begun();
    const stranger = createTestTill(
      { ask: centre.service.handle, now: centre.clock.now },
      sampleOutlets[0] as OutletCode,
    );
    expect(faultOf(await stranger.push())[1]).toBe('bad-request');
    const unsigned = { method: 'POST', path: '/sync/pull', headers: {}, body: Buffer.from('{}') };
    expect(faultOf(await centre.service.handle(unsigned))).toEqual([400, 'bad-request']);
    expect(faultOf(await centre.service.handle({ ...unsigned, path: '/sync/nothing' }))[1]).toBe(
      'bad-request',
    );
    const till = await centre.newTill();
    const name = `${till.outlet}/00000000-0000-4000-8000-000000000001`;
    const through = (request: SyncRequest) =>
      centre.service.handle({ ...request, headers: { ...request.headers, [signatureHeaders.till]: name } });
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { through }))[1]).toBe('unknown-till');
  });

  it('is taken once', async () => {
    const { till } = await begun();
    const nonce = 'b'.repeat(32);
    expect((await till.ask('/sync/push', till.pushBody(0), { nonce })).status).toBe(200);
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { nonce }))).toEqual([
      401,
      'replayed-request',
    ]);
  });

  it.each([
    [dateToleranceMs, 200],
    [dateToleranceMs + 1, 401],
    [-dateToleranceMs, 200],
    [-dateToleranceMs - 1, 401],
  ])('dated %i ms from the clock of the centre has status %i', async (ms, status) => {
    const { centre, till } = await begun();
    centre.advance(3_600_000);
    const date = instant(centre.clock.now() + ms);
    const answer = await till.ask('/sync/push', till.pushBody(0), { date });
    expect(answer.status).toBe(status);
    if (status === 401)
      expect(answer.body).toEqual({ fault: { kind: 'stale-request', now: centre.clock.now() } });
  });

  it('dated before the program began is stale, since nobody knows whether it was seen', async () => {
    const { centre, till } = await begun();
    const date = instant(centre.clock.now() - 1);
    expect(faultOf(await till.ask('/sync/push', till.pushBody(0), { date }))[1]).toBe('stale-request');
  });

  it('for an enrolment is signed with the key that it names', async () => {
    const { centre, till } = await begun();
    const code = (await centre.enrolment.makeCode(till.outlet))?.code ?? '';
    const { publicKey, outlet, journalId } = await centre.newTill();
    const forged = await till.askJson('/sync/enrol', { code, outlet, publicKey, journalId });
    expect(faultOf(forged)[1]).toBe('bad-request');
  });

  it.each<[string, Buffer, Fault['kind']]>([
    ['that is no gzip', Buffer.from('plain text'), 'bad-request'],
    ['that is cut', gzipSync('{"protocol":1}\n{').subarray(0, 20), 'bad-request'],
    ['that is not UTF-8', gzipSync(Buffer.from([0xff, 0xfe, 0x0a])), 'bad-request'],
    ['that is empty', gzipSync(''), 'bad-request'],
    ['that grows too large', gzipSync(Buffer.alloc(unpackedMost + 1)), 'too-large'],
    ['of an older protocol', gzipSync('{"protocol":0}\n'), 'protocol-too-old'],
    ['of a newer protocol', gzipSync('{"protocol":2,"new":1}\n???'), 'protocol-too-new'],
  ])('to push %s is refused by its name', async (_what, body, kind) => {
    const { till } = await begun();
    const answer = await till.ask('/sync/push', body);
    expect(faultOf(answer)).toEqual([faultStatus[kind], kind]);
  });

  it('with more entries than a batch may have is to be halved', async () => {
    const { centre, till } = await begun();
    for (let n = 0; n < entriesMost; n++) till.append({ kind: 'signed-in' }, centre.clock.now());
    expect(faultOf(await till.push())).toEqual([413, 'too-large']);
    expect(await till.push(0, entriesMost)).toMatchObject({ status: 200, body: { takes: entriesMost } });
  });

  it('of another shape or version is told so', async () => {
    const { till } = await begun();
    const asked = async (path: string, message: object) =>
      ((await till.askJson(path, message)).body as FaultAnswer).fault.kind;
    expect(await asked('/sync/pull', { feed: -1, policy: 0 })).toBe('bad-request');
    expect(await asked('/sync/quota', { holderKeys: [] })).toBe('bad-request');
    expect(
      await asked('/sync/quota', { holderKeys: Array.from({ length: 9 }, (_, n) => holderNumber(n)) }),
    ).toBe('bad-request');
    expect(await asked('/sync/pull', { protocol: 2, anything: 1 })).toBe('protocol-too-new');
  });
});
