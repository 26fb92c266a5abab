import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { manualTime, playedTransport, type StationInMemory, stationInMemory } from '#fixtures/sync-kit';
import { type Fault, type JournalPlace, noHash, parsePushText } from '#protocol';
import { instant } from '#rules';
import { createCentreTime } from './centre-time.ts';
import { createExchange } from './exchange.ts';
import { createSigner } from './signer.ts';
import { createSyncClient } from './sync-client.ts';
import { newTillKey } from './till-key.ts';

const journalId = '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11';
type Played = (path: string, body: Buffer) => { status: number; body: unknown } | null;

function open(station: StationInMemory, play: Played) {
  const time = manualTime();
  const centreTime = createCentreTime(time.now);
  let n = 0;
  const newNonce = () => String(++n).padStart(32, '0');
  const sign = createSigner({ key: newTillKey(), till: 'till', now: centreTime.now, newNonce });
  const exchange = createExchange({ transport: playedTransport(play), sign, time: centreTime });
  const client = createSyncClient({
    ...{ station, exchange, centreKeys: [], now: time.now, random: () => 0.5, after: time.after },
    onFault: (error) => {
      throw error;
    },
  });
  /** Runs on until the client rests or is halted. */
  const untilStill = async () => {
    for (let i = 0; i < 200; i++) {
      const { phase, unsent } = client.status();
      if (phase === 'halted' || (phase === 'idle' && unsent === 0 && i > 0)) return client.status();
      if (phase === 'idle' || phase === 'backing-off') time.next();
      await new Promise(setImmediate);
    }
    throw new Error('the client does not come to rest');
  };
  return { client, time, untilStill };
}

/** A centre that takes whatever follows what it has. */
function willingCentre(now = 1_583_370_000_000) {
  const has: { place: JournalPlace; pushes: number; refuses: Fault | null } = {
    place: { seq: 0, hash: noHash },
    pushes: 0,
    refuses: null,
  };
  const play = (path: string, body: Buffer) => {
    if (path !== '/sync/push')
      return { status: 200, body: { items: [], policies: [], feed: 0, policy: 0, now } };
    has.pushes++;
    const { push, entries } = parsePushText(gunzipSync(body)) ?? {};
    if (!push || !entries) throw new Error('not a push');
    if (push.after.seq === has.place.seq && entries.length > 0 && !has.refuses) {
      has.place = { seq: push.after.seq + entries.length, hash: entries.at(-1)?.hash ?? noHash };
    }
    const fault = has.refuses ?? undefined;
    return { status: 200, body: { acknowledged: has.place, fault, feed: 0, policy: 0, slotMs: 5, now } };
  };
  return { has, play };
}

function begun(entries: number): StationInMemory {
  const station = stationInMemory(journalId);
  for (let i = 0; i < entries; i++) station.append({ kind: 'signed-in', i });
  return station;
}

it('sends all there is, in batches, and then rests', async () => {
  const station = begun(1203);
  const { has, play } = willingCentre();
  const { untilStill } = open(station, play);
  expect(await untilStill()).toMatchObject({ phase: 'idle', unsent: 0, oldestUnsentAt: null });
  expect(has).toMatchObject({ place: station.head(), pushes: 3 });
  expect(station.acknowledged()).toEqual(station.head());
});

it('a lost acknowledgement is asked for again and changes nothing', async () => {
  const station = begun(3);
  const { has, play } = willingCentre();
  let lost = 0;
  const { untilStill } = open(station, (path, body) => {
    const answer = play(path, body);
    return path === '/sync/push' && lost++ < 2 ? null : answer;
  });
  expect(await untilStill()).toMatchObject({ phase: 'idle', unsent: 0 });
  expect(has.place).toEqual(station.head());
});

it('says how much is unsent and since when, and why, while there is no line', async () => {
  const station = begun(2);
  const { client } = open(station, () => null);
  await new Promise(setImmediate);
  expect(client.status()).toMatchObject({
    phase: 'idle',
    unsent: 2,
    oldestUnsentAt: station.entriesAfter(0, 1)[0]?.at,
    heardAt: null,
  });
});

it('a centre that was put back to an older copy is sent what it lost', async () => {
  const station = begun(5);
  station.keepAcknowledged(station.head());
  const { has, play } = willingCentre();
  has.place = { seq: 2, hash: station.hashAt(2) ?? noHash };
  const { untilStill } = open(station, play);
  await untilStill();
  expect(has.place).toEqual(station.head());
});

it.each<[string, JournalPlace, Fault]>([
  [
    'another entry of the same number',
    { seq: 3, hash: 'f'.repeat(64) as JournalPlace['hash'] },
    { kind: 'fork', seq: 3 },
  ],
  [
    'more than the journal has',
    { seq: 9, hash: 'f'.repeat(64) as JournalPlace['hash'] },
    { kind: 'rolled-back', seq: 6 },
  ],
])('halts where the centre has %s', async (_, place, why) => {
  const { has, play } = willingCentre();
  has.place = place;
  const { untilStill } = open(begun(5), play);
  expect(await untilStill()).toMatchObject({ phase: 'halted', why, unsent: 5 });
});

it.each<[string, Fault, 'halted' | 'backing-off']>([
  ['waits for the centre’s clock', { kind: 'entry-in-future', seq: 2 }, 'backing-off'],
  ['may send no more', { kind: 'broken-chain', seq: 2 }, 'halted'],
])('a till that %s is told the news and may ask about cards', async (_, fault, phase) => {
  const station = begun(2);
  const { has, play } = willingCentre();
  has.refuses = fault;
  const news = { kind: 'message', messageId: journalId, at: 1, urgency: 'notice', text: '明日公休' };
  const { client, time } = open(station, (path, body) => {
    const answer = play(path, body);
    if (path === '/sync/push') return answer;
    return { status: 200, body: { ...answer.body, items: [{ number: 1, item: news }], feed: 1 } };
  });
  while (station.pulled.length === 0) {
    time.next();
    await new Promise(setImmediate);
  }
  expect(station.pulled).toMatchObject([{ items: [news] }]);
  expect(client.status()).toMatchObject({ phase, why: fault, unsent: 2, line: 'up' });
  client.toSend();
  client.hint();
  expect(has.pushes).toBe(1);
  expect(client.status()).toMatchObject({ phase, why: fault });
});

it('pulls once more what was hinted at while it pulled, and has one exchange at a time', async () => {
  const station = begun(0);
  const { play } = willingCentre();
  const asked: string[] = [];
  const { client, untilStill } = open(station, (path, body) => {
    asked.push(path);
    // The centre answered, and then there was something: what it hinted at is not in that answer.
    if (asked.length < 3) queueMicrotask(client.hint);
    return play(path, body);
  });
  while (asked.length < 3) await untilStill();
  expect(asked).toEqual(['/sync/push', '/sync/pull', '/sync/pull']);
});

it('halts before it sends where its own journal ends before what was acknowledged', async () => {
  const station = begun(2);
  station.keepAcknowledged({ seq: 4, hash: 'a'.repeat(64) as JournalPlace['hash'] });
  const { has, play } = willingCentre();
  const { untilStill } = open(station, play);
  expect(await untilStill()).toMatchObject({ phase: 'halted', why: { kind: 'rolled-back', seq: 3 } });
  expect(has.pushes).toBe(0);
});

it('sends as many entries at once as the centre says that it takes', async () => {
  const station = begun(1_200);
  const { play } = willingCentre();
  const sizes: number[] = [];
  const { untilStill } = open(station, (path, body) => {
    const { status, body: said } = play(path, body);
    if (path !== '/sync/push') return { status, body: said };
    sizes.push(parsePushText(gunzipSync(body))?.entries.length ?? 0);
    return { status, body: { ...(said as object), takes: 300 } };
  });
  await untilStill();
  expect(sizes).toEqual([500, 300, 300, 100]);
});

it('sends smaller batches to a centre for which they are too large', async () => {
  const station = begun(40);
  const { has, play } = willingCentre();
  const { untilStill } = open(station, (path, body) => {
    if (path !== '/sync/push') return play(path, body);
    const entries = parsePushText(gunzipSync(body))?.entries.length ?? 0;
    return entries > 20 ? { status: 413, body: { fault: { kind: 'too-large' } } } : play(path, body);
  });
  await untilStill();
  expect(has.place).toEqual(station.head());
});

it("takes a proxy's page for a line that is not there", async () => {
  const station = begun(1);
  const { client, time } = open(station, () => ({ status: 502, body: '<html>' }));
  time.next();
  await new Promise(setImmediate);
  expect(client.status()).toMatchObject({
    phase: 'backing-off',
    why: { kind: 'no-line', detail: 'HTTP 502' },
  });
});

it.each([
  ['a minute', 60_000, 60_000],
  ['a year', 31_536_000_000, 3_600_000],
])('goes on after the clock was set back by %s while it waited', async (_, ms, waits) => {
  const station = begun(1);
  const { has, play } = willingCentre();
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  let now = 1_583_370_000_000;
  const time = createCentreTime(() => instant(now));
  const sign = createSigner({
    key: newTillKey(),
    till: 'till',
    now: time.now,
    newNonce: () => '0'.repeat(32),
  });
  createSyncClient({
    ...{
      station,
      exchange: createExchange({ transport: playedTransport(play), sign, time }),
      centreKeys: [],
    },
    ...{ now: () => instant(now), random: () => 0 },
    after: (ms, run) => {
      timers.push({ ms, run });
      return () => undefined;
    },
    onFault: (error) => {
      throw error;
    },
  });
  now -= ms;
  timers.shift()?.run();
  expect(timers.map(({ ms }) => ms)).toEqual([waits]);
  now += ms;
  timers.shift()?.run();
  await new Promise(setImmediate);
  expect(has.place).toEqual(station.head());
});
