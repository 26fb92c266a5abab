import { describe, expect, it } from 'vitest';
import type { LiveRows, OutletDay, OutletRow, Overview, PolicyTrial } from '#central-api';
import { banqiao, centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { createTestTill, saleTo, voidOf } from '#fixtures/central-kit';
import { leafletPolicy, type OutletCode, timeline2020 } from '#rules';

type Central = Awaited<ReturnType<typeof centralInProcess>>;

async function aCentral(): Promise<Central> {
  const central = await centralInProcess({ at: '2020-03-11T10:30:00+08:00' });
  await central.api('POST', '/outlets', sampleList);
  return central;
}

async function aTill(central: Central, outlet: OutletCode) {
  const till = createTestTill({ ask: central.desk.service.handle, now: central.now }, outlet);
  const { body } = await central.api('POST', '/codes', { outlet });
  await till.enrol(String(body.code));
  till.open();
  till.append({ kind: 'enrolled', tillId: till.name.tillId });
  till.append({ kind: 'goods-in', commandId: crypto.randomUUID(), pieces: { adult: 90, child: 40 } });
  return till;
}

const day = 24 * 3_600_000;
const rowsOf = async (central: Central, token?: string): Promise<readonly OutletRow[]> =>
  ((await central.api('GET', '/overview', undefined, token)).body as unknown as Overview).rows;

describe('the overview', () => {
  it('adds up a day by outlet, and compares it with the usual one', async () => {
    const central = await aCentral();
    const till = await aTill(central, taipei);
    for (const holder of [1, 2, 3]) till.append(saleTo(holder, central.now()));
    await till.push();
    central.advance(day);
    till.append(saleTo(4, central.now()));
    const voided = till.append(saleTo(5, central.now()));
    till.append(voidOf(till, voided));
    await till.push(6);
    await central.desk.board.refresh(taipei);
    const [row] = await rowsOf(central);
    expect(row).toMatchObject({
      ...{ code: taipei, name: '示範藥局', tills: 1, unsent: 0, salesToday: 1 },
      onHand: { adult: 78, child: 40 },
      soldToday: { adult: 3, child: 0 },
      usualDay: { adult: 9, child: 0 },
    });
    const { body } = await central.api('GET', `/outlets/${taipei}/day?day=2020-03-12`);
    const shown = body as unknown as OutletDay;
    expect([shown.sold.adult[10], shown.usual.adult[10], shown.sales, shown.voidedSales]).toEqual([
      3, 9, 2, 1,
    ]);
    expect(shown.days.slice(-2).map(({ sold }) => sold.adult)).toEqual([9, 3]);
  });

  it('shows each role what is its own', async () => {
    const central = await aCentral();
    const county = await central.tokenFor('county', '新北市');
    expect((await rowsOf(central, county)).map(({ county: of }) => of)).toEqual(['新北市', '新北市']);
    const foreign = await central.api('GET', `/outlets/${taipei}/day`, undefined, county);
    expect(foreign).toEqual({ status: 403, body: { code: 'forbidden' } });
    expect((await central.api('GET', '/audit', undefined, county)).status).toBe(403);
  });

  it('sends the rows that change to whoever watches, and only those of their scope', async () => {
    const central = await aCentral();
    const till = await aTill(central, banqiao);
    const other = await aTill(central, taipei);
    const token = await central.tokenFor('outlet', banqiao);
    const answer = await fetch(new URL('/admin/api/live', central.address), {
      headers: { authorization: `Bearer ${token}` },
    });
    const events = eventsOf(answer);
    expect((await events.next()).value).toMatchObject({ event: 'quiet' });
    await rowsOf(central);
    await other.push();
    await till.push();
    for await (const { event, data } of events) {
      if (event !== 'rows') continue;
      const { rows } = data as LiveRows;
      expect(rows.map(({ code }) => code)).toEqual([banqiao]);
      if (rows[0]?.available.adult === 90) break;
    }
  });

  it.each(['token', 'session'] as const)('ends when the %s that opened it was ended', async (kind) => {
    const central = await aCentral();
    const till = await aTill(central, banqiao);
    const who = { name: 'county 新北市', role: 'county', scope: '新北市' } as const;
    await rowsOf(central);
    if (kind === 'session') await central.desk.accounts.invite(who);
    const headers: Record<string, string> =
      kind === 'token'
        ? { authorization: `Bearer ${await central.tokenFor(who.role, who.scope)}` }
        : { cookie: `centre-session=${await central.desk.sessions.open(who.name, 'Firefox')}` };
    const answer = await fetch(new URL('/admin/api/live', central.address), { headers });
    const events = eventsOf(answer);
    expect((await events.next()).value).toMatchObject({ event: 'quiet' });
    if (kind === 'token') await central.desk.access.end(who.name);
    else await central.desk.sessions.end(who.name, { allBut: null });
    central.advance(2_000);
    await till.push();
    expect((await events.next()).done).toBe(true);
  });

  it('tells of a till that was merely heard in a few bytes, and not its whole row', async () => {
    const central = await aCentral();
    const till = await aTill(central, banqiao);
    await till.push();
    await central.desk.board.refresh(banqiao);
    await rowsOf(central);
    const answer = await fetch(new URL('/admin/api/live', central.address), {
      headers: { authorization: `Bearer ${central.token}` },
    });
    const events = eventsOf(answer);
    await events.next();
    const heardAt = central.now() + 60_000;
    await central.desk.database.inOutlet(banqiao, (statements) =>
      statements.run('UPDATE tills SET seen_at = ? WHERE outlet = ?', [heardAt, banqiao]),
    );
    await central.desk.board.refreshHeard();
    await rowsOf(central);
    expect((await events.next()).value).toMatchObject({
      ...{ event: 'rows', data: { rows: [], heard: [[banqiao, heardAt]] } },
    });
    await events.return(undefined);
  });

  it('announces one allotment to many outlets, or to none where one of them is not listed', async () => {
    const central = await aCentral();
    const commandId = crypto.randomUUID();
    const pieces = { adult: 600, child: 200 };
    const allotment = { commandId, day: '2020-03-12', pieces, outlets: [taipei, banqiao] };
    const stranger = { ...allotment, outlets: [taipei, '9999999999'] };
    expect(await central.api('POST', '/allotments', stranger)).toEqual({
      ...{ status: 404, body: { code: 'unknown-outlet', detail: '9999999999' } },
    });
    expect((await central.api('GET', '/deliveries')).body.deliveries).toEqual([]);
    expect((await central.api('POST', '/allotments', allotment)).body).toEqual({ outlets: 2 });
    const { deliveries } = (await central.api('GET', '/deliveries?day=2020-03-12')).body;
    expect(deliveries).toMatchObject([
      { outlet: taipei, announced: { adult: 600, child: 200 }, received: null },
      { outlet: banqiao },
    ]);
    const chain = await central.tokenFor('chain', '大樹');
    expect((await central.api('POST', '/allotments', allotment, chain)).status).toBe(403);
  });

  it("tries new rules on sample cards and on yesterday's sales, and tells nobody", async () => {
    const central = await aCentral();
    const till = await aTill(central, taipei);
    for (const holder of [1, 2]) till.append(saleTo(holder, central.now()));
    till.append(saleTo(3, central.now(), { maskKind: 'child', pieces: 5 }));
    await till.push();
    await central.desk.intake.work();
    central.advance(day);
    const [real] = timeline2020.ruleSets.filter(({ id }) => id === 'R11');
    const pack = { id: 'april', ruleSets: [{ ...real, effective: '2020-04-09T00:00:00+08:00' }] };
    const { status, body } = await central.api('POST', '/policies/try', {
      ...{ pack, effective: '2020-04-09T00:00:00+08:00' },
    });
    expect(status).toBe(200);
    const trial = body as unknown as PolicyTrial;
    expect(trial.yesterday).toEqual({
      ...{ day: '2020-03-11', sales: 3, unchanged: 0, tooEarly: 0, fewer: { sales: 0, pieces: 0 } },
      more: { sales: 3, pieces: 6 + 6 + 5 },
    });
    expect(trial.days[0]).toBe('2020-04-09');
    // Thursday is an even digit's day, and from then on everybody's.
    const odd = trial.cards.find(({ age, lastDigit }) => age === 'adult' && lastDigit === 1);
    expect(odd?.answers[0]).toMatchObject({ before: { verdict: 'may-not' }, after: { verdict: 'may-buy' } });
    expect((await central.api('GET', '/policies')).body).toMatchObject({
      ...{ policies: [], standing: { id: leafletPolicy.ruleSets.at(-1)?.id } },
    });
    const county = await central.tokenFor('county', '新北市');
    const tried = await central.api(
      'POST',
      '/policies/try',
      { pack, effective: '2020-04-09T00:00:00+08:00' },
      county,
    );
    expect(tried.status).toBe(403);
  });

  it('says which rules will be in force at an instant, by what is announced already', async () => {
    const central = await aCentral();
    const [real] = timeline2020.ruleSets.filter(({ id }) => id === 'R11');
    const effective = '2020-04-09T00:00:00+08:00';
    const pack = { id: 'april', publication: { promised: 'counted' }, ruleSets: [{ ...real, effective }] };
    expect((await central.api('POST', '/policies', { pack, effective })).status).toBe(201);
    const at = async (instant: string) =>
      (await central.api('GET', `/policies?at=${encodeURIComponent(instant)}`)).body;
    const before = await at('2020-04-08T23:59:59+08:00');
    expect(before).toMatchObject({
      standing: { id: leafletPolicy.ruleSets.at(-1)?.id },
      promised: 'left-out',
    });
    expect(await at(effective)).toMatchObject({ standing: { id: 'R11' }, promised: 'counted' });
    expect((await central.api('GET', '/policies')).body).toMatchObject({ standing: before.standing });
    expect((await central.api('GET', '/policies?at=soon')).status).toBe(400);
  });

  it('writes down who did what, and shows it to the authority', async () => {
    const central = await aCentral();
    await central.api('POST', '/codes', { outlet: taipei });
    const { entries } = (await central.api('GET', '/audit')).body as {
      entries: { who: string; deed: string }[];
    };
    expect(entries.map(({ deed }) => deed)).toContain('make-code');
    expect(entries.every(({ who }) => who === 'operator (authority)')).toBe(true);
  });
});

describe('an export', () => {
  const csv = async (central: Central, name: string, token = central.token) => {
    const answer = await fetch(new URL(`/admin/api/exports/${name}.csv`, central.address), {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('is a CSV with a BOM, of what the asker may see', async () => {
    const central = await aCentral();
    const till = await aTill(central, banqiao);
    till.append(saleTo(1, central.now()));
    await till.push();
    const county = await central.tokenFor('county', '臺北市');
    const { bytes } = await csv(central, 'sales');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n').slice(1)).toEqual([
      ...[`${banqiao},2020-03-11,10,adult,1,3,0,0`, ''],
    ]);
    expect((await csv(central, 'sales', county)).bytes.toString('utf8').split('\r\n')).toHaveLength(2);
    expect((await csv(central, 'nothing')).status).toBe(404);
  });

  it('has both sides of a conflict, and nothing of the person', async () => {
    const central = await aCentral();
    const tills = [await aTill(central, taipei), await aTill(central, banqiao)];
    for (const till of tills) {
      till.append(saleTo(7, central.now()));
      await till.push();
      central.advance(60_000);
    }
    await central.desk.intake.work();
    const [, line = ''] = (await csv(central, 'conflicts')).bytes.toString('utf8').split('\r\n');
    expect(line.split(',').slice(2)).toEqual([
      ...[taipei, '2020-03-11T10:30:00.000+08:00', 'adult', '3'],
      ...[banqiao, '2020-03-11T10:31:00.000+08:00', 'adult', '3'],
    ]);
    const outlet = await central.tokenFor('outlet', '5931010012');
    expect((await csv(central, 'conflicts', outlet)).bytes.toString('utf8').split('\r\n')).toHaveLength(2);
  });

  it('lets no cell be taken for a formula', async () => {
    const central = await aCentral();
    const list = sampleList.replace('示範藥局', '"=HYPERLINK(""http://x"")"');
    await central.api('POST', '/outlets', list);
    const text = (await csv(central, 'outlets')).bytes.toString('utf8');
    expect(text).toContain(`${taipei},"'=HYPERLINK(""http://x"")",`);
  });
});

async function* eventsOf(answer: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [event = '', data = 'null'] = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      yield { event: event.replace('event: ', ''), data: JSON.parse(data.replace('data: ', '')) };
    }
  }
}
