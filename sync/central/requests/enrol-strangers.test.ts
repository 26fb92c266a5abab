import { describe, expect, it } from 'vitest';
import { createTestCentre, createTestTill, sampleOutlets } from '#fixtures/central-kit';
import { type FaultAnswer, faultAnswerSchema } from '#protocol';
import type { OutletCode } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import type { SyncRequest } from './check-signature.ts';
import { createNoncesInDatabase } from './nonces.ts';
import { createSyncService } from './sync-service.ts';

const [outlet] = sampleOutlets as [OutletCode];

/** A centre that keeps its nonces in the database, as several processes do, and tills of whatever address. */
async function begun() {
  const database = openSqliteDatabase({ folder: ':memory:' });
  const centre = await createTestCentre(database);
  const service = createSyncService({
    ...{ ...centre, purpose: 'shop', nonces: createNoncesInDatabase(database, centre.clock) },
    ...{ slotMs: () => 0, onChanged: () => {}, onSettled: () => {}, onFault: () => {} },
  });
  const tillAt = (from: string | null, of: OutletCode = outlet) => {
    const ask = (request: SyncRequest) => service.handle({ ...request, from });
    return createTestTill({ ask, now: centre.clock.now }, of);
  };
  const code = async () => (await centre.enrolment.makeCode(outlet))?.code ?? '';
  const nonces = () => database.reading.all('SELECT outlet FROM nonces');
  return { centre, tillAt, code, nonces };
}

const faultOf = ({ body }: { readonly body: object }) => (body as FaultAnswer).fault.kind;
const wrongCode = '2222-2222-2222';

describe('strangers who enrol', () => {
  it('have nothing written down for outlets and codes that do not exist', async () => {
    const { tillAt, code, nonces } = await begun();
    const nowhere = tillAt('203.0.113.9', '9999999999' as OutletCode);
    expect(faultOf(await nowhere.enrol(wrongCode))).toBe('unknown-outlet');
    expect(faultOf(await tillAt('203.0.113.9').enrol(wrongCode))).toBe('code-unknown');
    expect(await nonces()).toEqual([]);
    expect((await tillAt('203.0.113.9').enrol(await code())).status).toBe(200);
    expect(await nonces()).toEqual([{ outlet }]);
  });

  it('are sent away after ten wrong codes within a minute, by a limit that names itself', async () => {
    const { centre, tillAt, code } = await begun();
    const text = await code();
    for (let n = 0; n < 11; n++) await tillAt(`2001:db8:1:2::${n}`).enrol(wrongCode);
    const answer = await tillAt('2001:db8:1:2::99').enrol(text);
    expect(answer).toMatchObject({ status: 429, retryAfterSeconds: 60 });
    expect(faultAnswerSchema.parse(answer.body).fault).toEqual({
      kind: 'busy',
      detail: 'too many wrong enrolment codes from this address: ten a minute',
    });
    expect((await tillAt('198.51.100.7').enrol(text)).status).toBe(200);
    centre.advance(60_000);
    expect((await tillAt('2001:db8:1:2::99').enrol(await code())).status).toBe(200);
  });

  it('do not count where a till only asks again for what it was answered', async () => {
    const { tillAt, code } = await begun();
    const [till, text] = [tillAt('198.51.100.7'), await code()];
    for (let n = 0; n < 20; n++) expect((await till.enrol(text)).status).toBe(200);
  });
});
