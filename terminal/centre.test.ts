import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { currentLine, openCounter, sellShown, visitAt } from '#fixtures/screen';
import { aServedCentre, openServed } from '#fixtures/served-centre';
import { aTill } from '#fixtures/till-in-process';
import type { OutletCode } from '#rules';
import { openBooks } from './books.ts';
import { carryOutTo, enrolTill, takeBackFrom } from './centre-commands.ts';
import { loadConfig } from './config.ts';

const clock = '2020-03-12T09:00:00+08:00';

/** A demonstration whose centre is in the same process. */
async function aDemonstration(folder = freshFolder()) {
  const centre = await aServedCentre('demo');
  const open = () => aTill(folder, clock, { TERMINAL_CENTRAL: 'embedded', openCentral: openServed(centre) });
  const till = await open();
  const counter = await openCounter(till.address);
  onTestFinished(counter.close);
  return { ...till, centre, counter };
}

describe('a demonstration with its own centre', () => {
  it('enrols itself, asks about cards, and sends what it sells', async () => {
    const { counter, address, centre } = await aDemonstration();
    await counter.until(({ central }) => central.mode === 'enrolled' && central.equal);
    await counter.command({ type: 'virtual-card', card: 'adult-even' });
    await visitAt(counter);
    await counter.until(
      ({ session }) => session.stage === 'visit' && currentLine(session).checked === 'centre',
    );
    await sellShown(counter);
    await counter.until(({ central }) => central.equal);
    const health = (await (await fetch(`${address}/health`)).json()) as { central: object; journal: number };
    expect(health.central).toMatchObject({
      ...{ mode: 'enrolled', phase: 'idle', why: null, unsent: 0, oldestUnsentSeconds: null, equal: true },
    });
    const till = await centre.database.reading.get<{ seq: number }>('SELECT seq FROM tills');
    expect(till?.seq).toBe(health.journal);
  });

  it('knows an earlier buyer by the key of before it was enrolled', async () => {
    const { counter } = await aDemonstration();
    await counter.until(({ central }) => central.mode === 'enrolled' && central.equal);
    await counter.command({ type: 'virtual-card', card: 'already-bought' });
    const line = currentLine(await visitAt(counter));
    expect(line.verdict).toMatchObject({ verdict: 'may-not', reason: 'bought-recently' });
    expect(line).toMatchObject({ checked: 'local', holder: { purchases: [{ place: 'here' }] } });
  });

  it('is the same till after a restart', async () => {
    const folder = freshFolder();
    const first = await aDemonstration(folder);
    await first.counter.until(({ central }) => central.equal);
    first.counter.close();
    await first.close();
    const again = await aTill(folder, '2020-03-12T10:00:00+08:00', {
      ...{ TERMINAL_CENTRAL: 'embedded', openCentral: openServed(first.centre) },
    });
    const counter = await openCounter(again.address);
    onTestFinished(counter.close);
    await counter.until(({ central }) => central.heardAt !== null && central.why !== 'no-line');
    expect(again.till.store.centre.tillIds()).toHaveLength(1);
  });
});

describe('the manager', () => {
  /** A till whose centre is elsewhere. */
  async function aTillWithAddress() {
    const centre = await aServedCentre('demo');
    const settings = { TERMINAL_CENTRAL: centre.address, TERMINAL_OUTLET: '5901010058' };
    const till = await aTill(freshFolder(), clock, settings);
    const counter = await openCounter(till.address);
    onTestFinished(counter.close);
    const code = async () => (await centre.enrolment.makeCode(till.till.outletCode))?.code ?? '';
    return { ...till, centre, counter, code };
  }

  it('enrols the till with a code, and is told by name when it cannot be', async () => {
    const { counter, code } = await aTillWithAddress();
    expect(counter.latest()?.central).toMatchObject({ mode: 'not-enrolled', link: 'offline', equal: false });
    expect(await counter.command({ type: 'enrol', code: 'AAAA-BBBB-CCCC' })).toEqual({
      ok: false,
      code: 'code-unknown',
    });
    expect(await counter.command({ type: 'enrol', code: await code() })).toEqual({ ok: true });
    await counter.until(({ central }) => central.link === 'online' && central.equal);
    expect(await counter.command({ type: 'enrol', code: await code() })).toEqual({
      ok: false,
      code: 'enrolled-already',
    });
    expect(await counter.command({ type: 'centre-resume' })).toEqual({ ok: true });
  });

  it('takes the file for the centre and brings back its answer', async () => {
    const { counter, code, address, centre, till } = await aTillWithAddress();
    await counter.command({ type: 'enrol', code: await code() });
    const me = counter.latest()?.you.operatorId ?? '';
    const signedIn = await counter.signIn(me, '2580');
    const seat = signedIn.ok ? signedIn.seat : '';
    const headers = { authorization: `Bearer ${seat}` };
    const carried = await fetch(`${address}/carried`, { headers });
    expect(carried.headers.get('content-disposition')).toMatch(/carried-5901010058-\d+\.json/);
    const answered = await centre.service.answerCarried(await carried.json());
    const bring = async (body: string, given: Record<string, string> = headers) => {
      const reply = await fetch(`${address}/answered`, { method: 'POST', body, headers: given });
      return [reply.status, await reply.json()];
    };
    expect(await bring(JSON.stringify(answered))).toEqual([200, { ok: true }]);
    expect(await bring('{')).toEqual([400, { ok: false, code: 'malformed' }]);
    expect(await bring(JSON.stringify(answered), {})).toEqual([403, { ok: false, code: 'signed-out' }]);
    expect(await bring('x'.repeat(9_000_000))).toEqual([413, { ok: false, code: 'malformed' }]);
    expect((await fetch(`${address}/carried`)).status).toBe(403);
    expect(till.centre.status().mode).toBe('enrolled');
  });
});

describe('whoever stands at a machine whose till is not running', () => {
  it('enrols it, carries out what it sold, and takes the answer back', async () => {
    const centre = await aServedCentre('demo');
    const folder = freshFolder();
    const first = await aTill(folder, clock, { TERMINAL_OUTLET: '5901010058' });
    await first.close();
    const environment = {
      TERMINAL_DATA: folder,
      TERMINAL_OUTLET: '5901010058',
      TERMINAL_CENTRAL: centre.address,
    };
    const config = loadConfig('demo', environment, join(folder, 'terminal.json'));
    const at = {
      clock: createSetClock(clock),
      onFault: (error: unknown) => {
        throw error;
      },
    };
    const code = (await centre.enrolment.makeCode('5901010058' as OutletCode))?.code ?? '';
    expect(await enrolTill(config, code, at)).toBe('done');
    const stick = freshFolder();
    const written = await carryOutTo(config, stick, at);
    if (typeof written === 'string') throw new Error(written);
    expect(written.file).toMatch(/carried-5901010058-\d+\.json$/);
    const answered = await centre.service.answerCarried(JSON.parse(readFileSync(written.file, 'utf8')));
    const back = join(stick, 'answered.json');
    writeFileSync(back, JSON.stringify(answered));
    expect(await takeBackFrom(config, back, at)).toBe('done');
    const books = openBooks(config, at.clock, at.onFault);
    expect(books.store.working.acknowledged()?.seq).toBe(books.store.journal.head().seq);
    books.close();
    const alone = { ...config, central: { type: 'none' } } as const;
    await expect(carryOutTo(alone, stick, at)).rejects.toThrow('TERMINAL_CENTRAL');
  });
});
