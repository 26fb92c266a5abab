import { describe, expect, it } from 'vitest';
import { createTestCentre, holderNumber, saleTo, type TestTill } from '#fixtures/central-kit';
import {
  type Answered,
  answeredText,
  type Carried,
  carriedText,
  type FaultAnswer,
  tillNameText,
} from '#protocol';
import { instant } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { publicKeyOf, signText, verifiesText } from '../ed25519.ts';

function carry(till: TestTill, bodies: readonly Buffer[], change: Partial<Carried> = {}): Carried {
  const unsigned = {
    format: 'mask-till carried 1' as const,
    ...{ till: tillNameText(till.name), date: instant(0), nonce: 'c'.repeat(32) },
    ...{ pushes: bodies.map((body) => body.toString('base64')), pull: { feed: 0, policy: 0 } },
  };
  return { ...unsigned, signature: signText(carriedText(unsigned), till.key), ...change };
}

async function begun() {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  const till = await centre.newTill();
  till.open();
  for (let n = 1; n <= 9; n++) till.append(saleTo(n, centre.clock.now()));
  const bodies = [till.pushBody(0, 4), till.pushBody(4, 8), till.pushBody(8, 10)];
  const bring = async (carried: unknown) => (await centre.service.answerCarried(carried)) as Answered;
  return { centre, till, bodies, bring };
}

const faultOf = (answer: object) => (answer as FaultAnswer).fault.kind;

describe('a file on a stick', () => {
  it('is taken in, whatever its date, and answered with a signature of the centre', async () => {
    const { centre, till, bodies, bring } = await begun();
    const answer = await bring(carry(till, bodies));
    expect(answer.push).toMatchObject({ acknowledged: till.place(10) });
    expect(answer.pull).toMatchObject({ items: [], feed: 0 });
    const [key] = centre.keys.centreKeys;
    if (!key) throw new Error('no key');
    expect([answer.keyId, answer.nonce]).toEqual([key.id, 'c'.repeat(32)]);
    expect(verifiesText(answeredText(answer), publicKeyOf(key.key), answer.signature)).toBe(true);
    await centre.intake.work();
    expect(await centre.quota.purchasesOf([9].map(holderNumber))).toHaveLength(1);
  });

  it('may come again, and late, when the till has long gone on', async () => {
    const { centre, till, bodies, bring } = await begun();
    await bring(carry(till, bodies));
    till.append(saleTo(20, centre.clock.now()));
    await till.push(10);
    const answer = await bring(carry(till, bodies));
    expect(answer.push).toEqual({ ...answer.push, acknowledged: till.place(10) });
    expect(answer.push.fault).toBeUndefined();
    await centre.intake.work();
    const { reading } = centre.database;
    expect(await reading.get('SELECT count(*) AS n FROM purchases')).toEqual({ n: 10 });
  });

  it('may bring nothing, and take back what there is', async () => {
    const { till, bring } = await begun();
    await till.push(0, 3);
    expect((await bring(carry(till, []))).push.acknowledged).toEqual(till.place(3));
  });

  it('is good up to the first push that is not', async () => {
    const { till, bodies, bring } = await begun();
    const [first, , third] = bodies as [Buffer, Buffer, Buffer];
    const gap = await bring(carry(till, [first, third]));
    expect(gap.push).toMatchObject({ acknowledged: till.place(4), fault: { kind: 'gap', seq: 5 } });
    const spoilt = await bring(carry(till, [first, Buffer.from('spoilt'), third]));
    expect(spoilt.push).toMatchObject({ acknowledged: till.place(4), fault: { kind: 'bad-request' } });
    expect(faultOf(await bring(carry(till, [Buffer.from('spoilt')])))).toBe('bad-request');
  });

  it('is refused where it is none, was changed, or is of a till that is unknown or revoked', async () => {
    const { centre, till, bodies, bring } = await begun();
    expect(faultOf(await bring('a text'))).toBe('bad-request');
    expect(faultOf(await bring({ ...carry(till, bodies), pushes: [] }))).toBe('bad-signature');
    const other = await centre.newTill();
    expect(faultOf(await bring(carry(till, bodies, { till: tillNameText(other.name) })))).toBe(
      'bad-signature',
    );
    expect(faultOf(await bring(carry(till, bodies, { till: 'nobody' })))).toBe('unknown-till');
    await centre.enrolment.revoke(till.name);
    expect(faultOf(await bring(carry(till, bodies)))).toBe('revoked');
  });
});
