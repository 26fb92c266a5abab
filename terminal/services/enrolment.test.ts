import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { aCentre, aJoinedTill } from '#fixtures/joined-till';
import { parseFact } from '#protocol';
import type { OutletCode } from '#rules';
import { databaseFile, openForReading, verify } from '#store';

const goods = { adult: 100, child: 100 };

async function aTill() {
  const till = aJoinedTill(await aCentre());
  till.stockUp(goods);
  return till;
}

describe('an enrolment', () => {
  it('makes the till known, with a key and the secret of the country, and sends all there is', async () => {
    const till = await aTill();
    expect(till.desk.status()).toMatchObject({ mode: 'not-enrolled', unsent: 3 });
    const [own] = till.secrets.all();
    expect(await till.join()).toBe('done');
    expect(till.desk.status()).toMatchObject({ mode: 'enrolled', unsent: 0, equal: true });
    expect(till.secrets.all()).toEqual([Buffer.from(till.centre.keys.holderSecret, 'hex'), own]);
    const [last] = till.store.journal.page(till.store.journal.head().seq - 1, 1);
    expect(parseFact(last?.fact ?? '')).toEqual({
      kind: 'enrolled',
      tillId: till.store.centre.enrolment()?.tillId,
    });
    if (process.platform !== 'win32') expect(statSync(till.file('till.key')).mode & 0o777).toBe(0o600);
  });

  it('whose answer was lost is done again with the same code, as the same till', async () => {
    const till = await aTill();
    const code = (await till.centre.enrolment.makeCode(till.outletCode))?.code ?? '';
    till.line.state = 'answers-lost';
    expect(await till.desk.enrol(code, manager)).toBe('no-line');
    expect(till.store.centre.enrolment()).toBeNull();
    till.line.state = 'up';
    // Another program: all that is left of the first attempt is on disk.
    await till.close();
    const again = aJoinedTill(till.centre, { folder: till.folder });
    expect(await again.desk.enrol(code, manager)).toBe('done');
    expect(await again.quiet()).toMatchObject({ equal: true });
  });

  it('that is cut off once the secret is on disk finds every earlier purchase, and goes on', async () => {
    const till = await aTill();
    till.secrets.adopt(Buffer.from(till.centre.keys.holderSecret, 'hex'));
    await till.close();
    const again = aJoinedTill(till.centre, { folder: till.folder });
    expect(again.secrets.all()).toHaveLength(2);
    expect(await again.join()).toBe('done');
    expect(again.secrets.all()).toHaveLength(2);
  });

  it('that is cut off before its key has its name is whole at the next start', async () => {
    const till = await aTill();
    await till.join();
    const publicKey = till.store.centre.enrolment()?.publicKey;
    await till.close();
    const pem = readFileSync(till.file('till.key'), 'utf8');
    renameSync(till.file('till.key'), till.file('till.key.next'));
    const again = aJoinedTill(till.centre, { folder: till.folder });
    await again.open();
    expect(await again.quiet()).toMatchObject({ mode: 'enrolled', equal: true });
    expect(again.store.centre.enrolment()?.publicKey).toBe(publicKey);
    expect(readFileSync(till.file('till.key'), 'utf8')).toBe(pem);
    expect(existsSync(till.file('till.key.next'))).toBe(false);
  });

  it.each([
    ['a code that nobody gave', 'AAAA-BBBB-CCCC', 'code-unknown'],
    ['what is no code', 'no', 'code-unknown'],
  ])('with %s changes nothing', async (_what, code, answer) => {
    const till = await aTill();
    const { seq } = till.store.journal.head();
    expect(await till.desk.enrol(code, manager)).toBe(answer);
    expect(till.store.journal.head().seq).toBe(seq);
    expect(till.secrets.all()).toHaveLength(1);
  });

  it('with another till’s code, or an old one, is refused by name', async () => {
    const centre = await aCentre();
    const [one, two] = [aJoinedTill(centre), aJoinedTill(centre)];
    const code = (await centre.enrolment.makeCode(one.outletCode))?.code ?? '';
    expect(await one.desk.enrol(code, manager)).toBe('done');
    expect(await two.desk.enrol(code, manager)).toBe('code-used');
    const old = (await centre.enrolment.makeCode(one.outletCode, 60_000))?.code ?? '';
    centre.advance(60_000);
    expect(await two.desk.enrol(old, manager)).toBe('code-expired');
  });

  it('of an outlet that the centre does not list is refused by name', async () => {
    const till = aJoinedTill(await aCentre(), { outlet: '5901999992' as OutletCode });
    expect(await till.desk.enrol('AAAA-BBBB-CCCC', manager)).toBe('unknown-outlet');
  });

  it('is a manager’s to make, and not made twice where nothing is wrong', async () => {
    const till = await aTill();
    expect(await till.desk.enrol('AAAA-BBBB-CCCC', { role: 'pharmacist' })).toBe('not-your-right');
    await till.join();
    expect(await till.join()).toBe('enrolled-already');
  });

  it('of a till whose clock is an hour wrong is made by the centre’s time', async () => {
    const till = await aTill();
    till.centre.advance(3_600_000);
    expect(await till.join()).toBe('done');
    expect(till.desk.status()).toMatchObject({ equal: true });
  });
});

describe('a continuation', () => {
  /** Two tills on copies of one disk, of which the first has sold and sent since. */
  async function aClone() {
    const first = await aTill();
    await first.join();
    first.sell(visitorNumber(2));
    await first.quiet();
    const folder = freshFolder();
    await first.store.copyTo(databaseFile(folder));
    for (const file of ['holder.key', 'till.key']) copyFileSync(first.file(file), join(folder, file));
    const clone = aJoinedTill(first.centre, { folder });
    await clone.open();
    return { first, clone };
  }

  it('after a fork goes on as a new till, and counts each sale of either side once', async () => {
    const { first, clone } = await aClone();
    first.sell(visitorNumber(4));
    await first.quiet();
    clone.sell(visitorNumber(6));
    expect(await clone.quiet()).toMatchObject({ phase: 'halted', why: 'fork', equal: false });
    // It goes on selling meanwhile.
    clone.sell(visitorNumber(8));
    expect(clone.desk.status().unsent).toBe(2);
    expect(await clone.join()).toBe('done');
    expect(clone.desk.status()).toMatchObject({ equal: true });
    expect(clone.store.centre.tillIds()).toHaveLength(2);
    await clone.centre.intake.work();
    const purchases = await clone.centre.quota.purchasesOf(
      [2, 4, 6, 8].map((n) => visitorNumber(n).record.key),
    );
    expect(purchases).toHaveLength(4);
    // What the other side sold since is elsewhere; what both sold before is this journal's own.
    expect(await first.quiet()).toMatchObject({ equal: true });
  });

  it('of a disk that was put back goes on after its own end', async () => {
    const { first, clone } = await aClone();
    first.sell(visitorNumber(4));
    await first.quiet();
    await first.close();
    expect(await clone.quiet()).toMatchObject({ phase: 'halted', why: 'rolled-back' });
    expect(await clone.join()).toBe('done');
    const { seq } = clone.store.journal.head();
    const [last] = clone.store.journal.page(seq - 1, 1);
    expect(parseFact(last?.fact ?? '')).toMatchObject({
      kind: 'enrolled',
      standing: { stock: { adult: { onHand: 97, promised: 0, defective: 0 } }, lots: [], tickets: [] },
    });
    expect(clone.desk.status()).toMatchObject({ equal: true });
  });

  it('leaves the projections as the journal makes them', async () => {
    const { clone } = await aClone();
    clone.sell(visitorNumber(6));
    await clone.close();
    const db = openForReading(clone.folder);
    expect(verify(db)).toMatchObject({ whole: true });
    db.close();
  });
});
