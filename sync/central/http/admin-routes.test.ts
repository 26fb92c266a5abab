import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { banqiao, centralInProcess, healthStation, sampleList, taipei } from '#fixtures/central-in-process';
import { createTestTill, saleTo } from '#fixtures/central-kit';
import type { FeedItem, PullAnswer, SentEntry } from '#protocol';
import { leafletPolicy, type OutletCode } from '#rules';

type Central = Awaited<ReturnType<typeof listed>>;

async function listed() {
  const central = await centralInProcess();
  expect(await central.api('POST', '/outlets', sampleList)).toEqual({
    status: 200,
    body: {
      taken: 3,
      refused: [],
      doubtful: [{ row: 4, code: healthStation, why: 'check-digit-does-not-hold' }],
    },
  });
  return central;
}

/** Enrolled by a code of the API's. */
async function aTill(central: Central, outlet: OutletCode) {
  const till = createTestTill({ ask: central.desk.service.handle, now: central.now }, outlet);
  const { body } = await central.api('POST', '/codes', { outlet });
  expect((await till.enrol(String(body.code))).status).toBe(200);
  till.open();
  return till;
}

const itemsOf = async (till: Awaited<ReturnType<typeof aTill>>): Promise<FeedItem[]> =>
  ((await till.pull()).body as PullAnswer).items.map(({ item }) => item);

const codes = (rows: unknown): unknown[] => (rows as { outlet: string }[]).map(({ outlet }) => outlet);

describe('the admin API', () => {
  it('knows nobody without a token that was given out, and sends away who goes on trying', async () => {
    const central = await listed();
    const tried = [];
    for (let n = 0; n < 12; n++) tried.push(await central.api('GET', '/outlets', undefined, 'x'.repeat(43)));
    expect(tried[0]).toEqual({ status: 401, body: { code: 'unknown-token' } });
    expect(tried.at(-1)).toEqual({ status: 429, body: { code: 'too-many-attempts' } });
    const answer = await central.get('/admin/api/outlets', {
      authorization: `Bearer ${'x'.repeat(43)}`,
    });
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([429, 60]);
    // Behind the same address somebody works with a good one.
    expect((await central.api('GET', '/outlets')).status).toBe(200);
  });

  it('shows each role the outlets of its scope, with how their tills stand', async () => {
    const central = await listed();
    const till = await aTill(central, taipei);
    till.append({ kind: 'goods-in', commandId: crypto.randomUUID(), pieces: { adult: 90, child: 40 } });
    await till.push(0, 1);
    await till.push(1, 2);
    await central.desk.board.refresh(taipei);
    const whole = (await central.api('GET', '/outlets')).body.outlets;
    expect(whole).toMatchObject([
      { outlet: taipei, county: '臺北市', onHand: { adult: 90, child: 40 }, unsent: 0 },
      { outlet: banqiao, unsent: null },
      { outlet: healthStation },
    ]);
    for (const [role, scope, seen] of [
      ['county', '新北市', [banqiao, healthStation]],
      ['chain', '大樹', [taipei, banqiao]],
      ['outlet', healthStation, [healthStation]],
    ] as const) {
      const token = await central.tokenFor(role, scope);
      expect(codes((await central.api('GET', '/outlets', undefined, token)).body.outlets)).toEqual(seen);
    }
    const [other, own] = [
      await central.tokenFor('county', '臺南市'),
      await central.tokenFor('outlet', taipei),
    ];
    expect((await central.api('GET', '/tills', undefined, other)).body.tills).toEqual([]);
    expect(codes((await central.api('GET', '/tills', undefined, own)).body.tills)).toEqual([taipei]);
  });

  it.each<[string, string, object]>([
    ['POST', '/outlets', { a: 1 }],
    ['POST', '/policies', { pack: leafletPolicy, effective: '2020-04-01T00:00:00+08:00' }],
    ['POST', '/access', { name: 'a', role: 'authority' }],
    ['GET', '/access', {}],
    ['DELETE', '/access/operator', {}],
    ['POST', '/backups', { folder: '/tmp' }],
    ['POST', '/codes', { outlet: taipei }],
    ['POST', '/codes', { outlet: '0000000000' }],
    ['POST', '/tills/revoke', { outlet: taipei, tillId: '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11' }],
    ['POST', '/deliveries', { outlet: taipei, day: '2020-03-13', pieces: { adult: 1, child: 0 } }],
    ['POST', '/messages', { to: { outlet: taipei }, text: 'a' }],
    ['POST', '/carried', { till: `${taipei}/1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11` }],
  ])('forbids a county %s %s beyond its rights, and writes nothing', async (method, path, body) => {
    const central = await listed();
    const token = await central.tokenFor('county', '新北市');
    const audited = () => central.desk.database.reading.all('SELECT id FROM audit');
    const before = await audited();
    const given = method === 'GET' ? undefined : body;
    const answer = await central.api(method, path, given, token);
    expect(answer).toEqual({ status: 403, body: { code: 'forbidden' } });
    expect(await audited()).toEqual(before);
  });

  it.each<[string, object | string, object]>([
    ['/codes', '{', { code: 'bad-body', detail: expect.stringMatching(/^body: /) }],
    ['/codes', {}, { code: 'bad-body', detail: expect.stringMatching(/^outlet: /) }],
    ['/codes', { outlet: taipei, more: 1 }, { code: 'bad-body', detail: expect.stringMatching(/more/) }],
    [
      '/deliveries',
      { outlet: taipei, day: '2020-02-30', pieces: {} },
      { code: 'bad-body', detail: expect.stringMatching(/^day: /) },
    ],
    [
      '/deliveries',
      { outlet: taipei, day: '2020-02-20', pieces: { adult: -1, child: 0 } },
      { code: 'bad-body', detail: expect.stringMatching(/^pieces\.adult: /) },
    ],
    ['/messages', { to: 'all', text: ' ' }, { code: 'bad-body', detail: expect.stringMatching(/^text: /) }],
    [
      '/access',
      { name: 'a', role: 'county' },
      { code: 'bad-body', detail: expect.stringMatching(/^scope: /) },
    ],
    ['/policies', { pack: {}, effective: '2020-04-01T00:00:00+08:00' }, { code: 'not-a-pack' }],
    ['/outlets', 'nothing in it', { code: 'no-heading' }],
    ['/carried', { till: 'x' }, { code: 'bad-body', detail: 'till: names no till' }],
  ])('names what is wrong with a body to %s: %j', async (path, body, said) => {
    const central = await listed();
    expect(await central.api('POST', path, body)).toEqual({ status: 400, body: said });
  });

  it('says that something is not there, and takes no body without end', async () => {
    const central = await listed();
    expect(await central.api('GET', '/nothing')).toEqual({ status: 404, body: { code: 'not-found' } });
    expect((await central.api('POST', '/codes', { outlet: '9999999999' })).body).toEqual({
      code: 'unknown-outlet',
    });
    const large = await central.api('POST', '/messages', { to: 'all', text: 'x'.repeat(2_000_000) });
    expect(large).toEqual({ status: 413, body: { code: 'too-large' } });
    expect((await central.api('DELETE', '/access/nobody')).body).toEqual({ code: 'unknown-access' });
  });

  it('announces a delivery, changes it, calls it off, and shows what was received', async () => {
    const central = await listed();
    const till = await aTill(central, banqiao);
    const token = await central.tokenFor('county', '新北市');
    const wanted = { outlet: banqiao, day: '2020-03-13', pieces: { adult: 600, child: 200 }, note: '上午' };
    const { status, body } = await central.api('POST', '/deliveries', wanted, token);
    expect(status).toBe(201);
    const deliveryId = String(body.deliveryId);
    till.append({
      kind: 'goods-in',
      commandId: crypto.randomUUID(),
      pieces: { adult: 500, child: 200 },
      deliveryId,
    });
    await till.push();
    for (const adult of [500, 0])
      await central.api('POST', '/deliveries', { ...wanted, deliveryId, pieces: { adult, child: 0 } }, token);
    expect(await itemsOf(till)).toMatchObject([
      {
        ...{ kind: 'delivery-announced', deliveryId, day: '2020-03-13', note: '上午' },
        pieces: wanted.pieces,
      },
      { deliveryId, pieces: { adult: 500, child: 0 } },
      { deliveryId, pieces: { adult: 0, child: 0 } },
    ]);
    const { deliveries } = (await central.api('GET', `/deliveries?outlet=${banqiao}`, undefined, token)).body;
    expect(deliveries).toMatchObject([
      { deliveryId, announced: { adult: 0 }, received: { adult: 500, child: 200 } },
    ]);
    const other = await central.tokenFor('outlet', taipei);
    expect((await central.api('GET', '/deliveries', undefined, other)).body.deliveries).toEqual([]);
  });

  it('sends a message to whom it is meant for, within the scope', async () => {
    const central = await listed();
    const tills = [];
    for (const outlet of [taipei, banqiao, healthStation]) tills.push(await aTill(central, outlet));
    const chain = await central.tokenFor('chain', '大樹');
    const sent = await central.api('POST', '/messages', { to: 'all', text: '一' }, chain);
    expect(sent).toMatchObject({ status: 201, body: { outlets: 2 } });
    const some = await central.api('POST', '/messages', {
      to: { county: '新北市' },
      urgency: 'urgent',
      text: '二',
    });
    expect(some.body).toMatchObject({ outlets: 2 });
    const texts = await Promise.all(
      tills.map(async (till) =>
        (await itemsOf(till)).map((item) => (item.kind === 'message' ? item.text : '')),
      ),
    );
    expect(texts).toEqual([['一'], ['一', '二'], ['二']]);
  });

  it('signs and announces a policy, and refuses by name', async () => {
    const central = await listed();
    const announce = (body: object) => central.api('POST', '/policies', body);
    const effective = '2020-04-01T00:00:00+08:00';
    expect(await announce({ pack: leafletPolicy, effective })).toEqual({ status: 201, body: { number: 1 } });
    expect((await announce({ pack: leafletPolicy, effective: '2020-03-20T00:00:00+08:00' })).body).toEqual({
      code: 'effective-before-last',
    });
    expect((await announce({ pack: leafletPolicy, effective: '2020-01-01T00:00:00+08:00' })).body).toEqual({
      code: 'effective-past',
    });
    const signed = await central.desk.policies.sign(leafletPolicy, effective);
    expect((await announce({ ...signed, effective: '2020-04-02T00:00:00+08:00' })).body).toEqual({
      code: 'wrongly-signed',
    });
    const { signature: _, ...unsigned } = signed;
    expect((await announce(unsigned)).body).toEqual({ code: 'unsigned' });
    expect((await announce(signed)).status).toBe(201);
    expect((await central.api('GET', '/policies')).body.policies).toMatchObject([
      { number: 1 },
      { number: 2, pack: { id: leafletPolicy.id } },
    ]);
  });

  it('gives and ends access; a name stands for one', async () => {
    const central = await listed();
    const token = await central.tokenFor('county', '新北市');
    const again = { name: 'county 新北市', role: 'county', scope: '新北市' };
    expect((await central.api('POST', '/access', again)).body).toEqual({ code: 'name-taken' });
    expect((await central.api('POST', '/access', { name: 'operator', role: 'authority' })).body).toEqual({
      code: 'name-taken',
    });
    expect((await central.api('DELETE', `/access/${encodeURIComponent(again.name)}`)).status).toBe(200);
    expect((await central.api('GET', '/outlets', undefined, token)).status).toBe(401);
    expect((await central.api('GET', '/access')).body.access).toMatchObject([{ name: 'operator' }]);
  });

  it('revokes a till once', async () => {
    const central = await listed();
    const till = await aTill(central, taipei);
    const own = await central.tokenFor('outlet', taipei);
    const revoke = (tillId: string) => central.api('POST', '/tills/revoke', { outlet: taipei, tillId }, own);
    expect((await revoke(crypto.randomUUID())).body).toEqual({ code: 'unknown-till' });
    expect((await revoke(till.name.tillId)).body).toEqual({ outcome: 'done' });
    expect((await revoke(till.name.tillId)).body).toEqual({ code: 'revoked-already' });
    expect((await till.push()).status).toBe(403);
  });

  it('shows a conflict to both sides and the authority, with both sides and without the holder', async () => {
    const central = await listed();
    const tills = [await aTill(central, taipei), await aTill(central, banqiao)];
    for (const till of tills) {
      till.append(saleTo(1, central.now()));
      await till.push();
    }
    await central.desk.intake.work();
    const conflictsOf = async (token?: string) =>
      (await central.api('GET', '/conflicts', undefined, token)).body.conflicts as { earlier: object }[];
    const [seen] = await conflictsOf();
    expect(seen).toMatchObject({ endedAt: null, earlier: { pieces: 3 }, later: { pieces: 3 } });
    expect(JSON.stringify(seen)).toContain('示範藥局');
    expect(JSON.stringify(seen)).not.toMatch(/holder/i);
    expect(await conflictsOf(await central.tokenFor('outlet', banqiao))).toEqual([seen]);
    expect(await conflictsOf(await central.tokenFor('outlet', healthStation))).toEqual([]);
    expect((await central.api('GET', '/conflicts?state=all')).body.conflicts).toEqual([seen]);
    expect((await central.api('GET', '/conflicts?state=none')).status).toBe(400);
  });

  it('writes down who asked for what', async () => {
    const central = await listed();
    const county = await central.tokenFor('county', '新北市');
    await central.api('POST', '/codes', { outlet: banqiao }, county);
    const rows = await central.desk.database.reading.all<{ who: string; deed: string; detail: string }>(
      'SELECT who, deed, detail FROM audit ORDER BY deed',
    );
    expect(rows).toMatchObject([
      { who: 'operator (authority)', deed: 'give-access' },
      { who: 'operator (authority)', deed: 'import-outlets' },
      {
        who: 'county 新北市 (county 新北市)',
        deed: 'make-code',
        detail: JSON.stringify({ outlet: banqiao, outcome: 'done' }),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(county);
  });

  it('answers a carried file that is none by the name of its fault', async () => {
    const central = await listed();
    const till = await aTill(central, taipei);
    const entries: readonly SentEntry[] = till.entries;
    expect(entries).toHaveLength(1);
    const carried = {
      ...{ format: 'mask-till carried 1', till: `${taipei}/${till.name.tillId}`, date: central.now() },
      ...{ nonce: '0'.repeat(32), pushes: [gzipSync('x').toString('base64')], pull: { feed: 0, policy: 0 } },
    };
    expect((await central.api('POST', '/carried', carried)).body).toMatchObject({ code: 'bad-request' });
    const forged = await central.api('POST', '/carried', { ...carried, signature: 'AAAA' });
    expect(forged).toEqual({ status: 401, body: { code: 'bad-signature' } });
  });
});
