import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { banqiao, centralInProcess, healthStation, sampleList, taipei } from '#fixtures/central-in-process';
import { createTestTill } from '#fixtures/central-kit';
import type { PullAnswer } from '#protocol';
import type { OutletCode } from '#rules';
import { derivedId } from './derived-id.ts';

async function begun() {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const itemsOf = async (outlet: OutletCode) => {
    const { enrolment, service } = central.desk;
    const till = createTestTill({ ask: service.handle, now: central.now }, outlet);
    await till.enrol((await enrolment.makeCode(outlet))?.code ?? '');
    return ((await till.pull()).body as PullAnswer).items.map(({ item }) => item);
  };
  return { central, itemsOf };
}

const allotment = (outlets: readonly OutletCode[]) => ({
  ...{ commandId: randomUUID(), day: '2020-03-13', pieces: { adult: 600, child: 200 }, outlets },
});

it('an allotment that is sent again adds nothing, and brings to the rest what was cut off', async () => {
  const { central, itemsOf } = await begun();
  const wanted = allotment([taipei, banqiao]);
  for (let time = 0; time < 2; time++)
    expect(await central.api('POST', '/allotments', wanted)).toEqual({ status: 201, body: { outlets: 2 } });
  const all = { ...wanted, outlets: [taipei, banqiao, healthStation] };
  expect((await central.api('POST', '/allotments', all)).body).toEqual({ outlets: 3 });
  for (const outlet of all.outlets)
    expect(await itemsOf(outlet)).toMatchObject([{ kind: 'delivery-announced', pieces: wanted.pieces }]);
  expect((await central.api('GET', '/deliveries')).body.deliveries).toHaveLength(3);
});

it('what was changed since stays changed when the allotment comes again', async () => {
  const { central, itemsOf } = await begun();
  const wanted = allotment([taipei]);
  await central.api('POST', '/allotments', wanted);
  const { deliveryId } =
    ((await central.api('GET', '/deliveries')).body.deliveries as { deliveryId: string }[])[0] ?? {};
  const { day } = wanted;
  await central.api('POST', '/deliveries', {
    outlet: taipei,
    deliveryId,
    day,
    pieces: { adult: 9, child: 0 },
  });
  await central.api('POST', '/allotments', wanted);
  expect((await central.api('GET', '/deliveries')).body.deliveries).toMatchObject([
    { announced: { adult: 9 } },
  ]);
  expect(await itemsOf(taipei)).toMatchObject([{ pieces: { adult: 600 } }, { pieces: { adult: 9 } }]);
});

it('another allotment of the same goods is one of its own', async () => {
  const { central, itemsOf } = await begun();
  for (let time = 0; time < 2; time++) await central.api('POST', '/allotments', allotment([taipei]));
  expect(await itemsOf(taipei)).toHaveLength(2);
});

it('a note with a character that no database takes is refused', async () => {
  const { central } = await begun();
  const noted = { ...allotment([taipei]), note: 'a\0b' };
  expect(await central.api('POST', '/allotments', noted)).toEqual({
    ...{ status: 400, body: { code: 'bad-body', detail: 'note: a character that no text has' } },
  });
});

it('a word to many that is sent again is said once', async () => {
  const { central, itemsOf } = await begun();
  const word = { commandId: randomUUID(), to: 'all', text: '明日公休' };
  for (let time = 0; time < 2; time++)
    expect((await central.api('POST', '/messages', word)).body).toMatchObject({ messageId: word.commandId });
  expect(await itemsOf(taipei)).toMatchObject([{ kind: 'message', messageId: word.commandId }]);
});

it('an id that follows from another is a UUID, and the one of RFC 9562', () => {
  const made = derivedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com');
  expect(made).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  expect(z.uuid().safeParse(made).success).toBe(true);
});
