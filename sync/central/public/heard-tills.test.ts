import { describe, expect, it } from 'vitest';
import { createTestCentre } from '#fixtures/central-kit';
import { protocolVersion } from '#protocol';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { createHeardTills } from './heard-tills.ts';

async function open() {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  const heard = createHeardTills(centre);
  const till = await centre.newTill();
  const handle = heard.hearing(centre.service).handle;
  const seenAt = async () =>
    (await centre.database.reading.get<{ at: number }>('SELECT seen_at AS at FROM tills'))?.at;
  return { centre, heard, till, handle, seenAt };
}
const nothingPulled = { feed: 0, policy: 0 };

describe('a till that is heard', () => {
  it('was seen when it pulled last, though it sent nothing', async () => {
    const { centre, heard, till, handle, seenAt } = await open();
    centre.advance(600_000);
    const body = Buffer.from(JSON.stringify({ protocol: protocolVersion, ...nothingPulled }));
    const answer = await till.ask('/sync/pull', body, { through: handle });
    expect(await seenAt()).toBe(centre.clock.now() - 600_000);
    expect(answer.status).toBe(200);
    await heard.write();
    expect(await seenAt()).toBe(centre.clock.now());
  });

  it('is written down once a minute at most', async () => {
    const { centre, heard, till, handle, seenAt } = await open();
    const pull = async () => {
      const body = Buffer.from(JSON.stringify({ protocol: protocolVersion, ...nothingPulled }));
      await till.ask('/sync/pull', body, { through: handle });
      await heard.write();
    };
    centre.advance(1_000);
    await pull();
    const first = await seenAt();
    centre.advance(59_000);
    await pull();
    expect(await seenAt()).toBe(first);
    centre.advance(1_000);
    await heard.write();
    expect(await seenAt()).toBe(centre.clock.now() - 1_000);
  });

  it('is nobody whose signature does not hold', async () => {
    const { centre, heard, till, handle, seenAt } = await open();
    centre.advance(1_000);
    const before = await seenAt();
    await till.ask('/sync/pull', Buffer.from('{}'), {
      through: (request) => handle({ ...request, body: Buffer.from('[]') }),
    });
    await heard.write();
    expect(await seenAt()).toBe(before);
  });
});
