import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OfferPairingReply, PhonePairingReply, StockSnapshot } from '#api';
import { demoStaff } from '#fixtures/demo-history';
import { freshFolder } from '#fixtures/folder';
import { openStock, tokenOf } from '#fixtures/screen';
import { aTill } from '#fixtures/till-in-process';
import type { Actor } from '#rules';
import { createPhoneLine } from './phone-line.ts';

const host = '127.0.0.1';

const aTillForPhones = (settings: Record<`TERMINAL_${string}`, string> = {}) =>
  aTill(freshFolder(), undefined, { TERMINAL_PHONE_HOST: host, ...settings });

type Opened = Awaited<ReturnType<typeof aTill>>;

/** Asks as the manager's page does. */
async function askToPair({ address }: Pick<Opened, 'address'>, message: unknown = { address: null }) {
  const token = await tokenOf(address);
  const socket = io(address, { auth: { token, role: 'stock' }, transports: ['websocket'], forceNew: true });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve) => socket.once('stock', () => resolve()));
  return (await socket.emitWithAck('offer-pairing', message)) as OfferPairingReply;
}

async function offered(till: Pick<Opened, 'address'>) {
  const reply = await askToPair(till);
  if (!reply.ok) throw new Error(reply.code);
  const { origin, hash } = new URL(reply.url);
  return { origin, secret: hash.slice(1) };
}

async function pair(origin: string, body: string): Promise<[number, PhonePairingReply]> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/phone/pair`, { method: 'POST', headers, body });
  return [answer.status, (await answer.json()) as PhonePairingReply];
}

/** What a phone with this token hears first: figures, or why there are none. */
const heard = (origin: string, token: unknown): Promise<string> =>
  new Promise((resolve) => {
    const socket = io(origin, {
      auth: { token },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    onTestFinished(() => void socket.disconnect());
    socket.once('glance', () => resolve('figures'));
    socket.once('connect_error', (error) => resolve(error.message));
  });

const paired = async (till: Pick<Opened, 'address'>) => {
  const { origin, secret } = await offered(till);
  const [, reply] = await pair(origin, JSON.stringify({ secret }));
  if (!reply.ok) throw new Error(reply.code);
  return { origin, token: reply.token };
};

async function aStockPage(till: Opened) {
  const page = await openStock(till.address);
  onTestFinished(page.close);
  return page;
}

const listens = ({ phones }: StockSnapshot) => phones.address !== null;

describe('the listener for phones', () => {
  it('is there from the offer on, goes when the code is put away, and stays while a phone is paired', async () => {
    const till = await aTillForPhones();
    const page = await aStockPage(till);
    expect((await page.until((snapshot) => snapshot)).phones).toMatchObject({ address: null, paired: [] });
    const first = await offered(till);
    await page.until(listens);
    await page.command({ type: 'withdraw-pairing' });
    await page.until((snapshot) => !listens(snapshot));
    await expect(fetch(`${first.origin}/phone`)).rejects.toThrow();
    const { origin, token } = await paired(till);
    await page.until(({ phones }) => phones.offerUntil === null && phones.paired.length === 1);
    expect(await heard(origin, token)).toBe('figures');
    await page.command({ type: 'end-phone', phoneId: null });
    await page.until((snapshot) => !listens(snapshot));
  });

  it('is there again after a restart where a phone is paired', async () => {
    const folder = freshFolder();
    const settings = { TERMINAL_PHONE_HOST: host } as const;
    const before = await aTill(folder, undefined, settings);
    const { token } = await paired(before);
    await before.close();
    const till = await aTill(folder, undefined, settings);
    const page = await aStockPage(till);
    const origin = await page.until(({ phones }) => phones.address);
    expect(await heard(origin, token)).toBe('figures');
  });

  it('is not opened at another address than the one of the pairing', async () => {
    const folder = freshFolder();
    const before = await aTill(folder, undefined, { TERMINAL_PHONE_HOST: host });
    await paired(before);
    await before.close();
    const moved = await aTill(folder, undefined, { TERMINAL_PHONE_HOST: '127.0.0.2' });
    const page = await aStockPage(moved);
    const { address } = await page.until(({ phones }) => phones.fault === 'no-network' && phones);
    expect(address).toBeNull();
  });

  it('knows no token but those that it gave', async () => {
    const till = await aTillForPhones();
    const { origin } = await paired(till);
    for (const token of ['', 'guessed', undefined, { token: 1 }, null]) {
      expect(await heard(origin, token)).toBe('ended');
    }
  });

  it('takes a secret and nothing else, and not for ever', async () => {
    const till = await aTillForPhones();
    const { origin, secret } = await offered(till);
    const refusal = (code: string) => ({ ok: false, code });
    for (const body of [
      '',
      '{',
      '[]',
      '{"secret":1}',
      JSON.stringify({ secret, more: 1 }),
      'x'.repeat(5000),
    ]) {
      expect(await pair(origin, body)).toEqual([400, refusal('malformed')]);
    }
    for (let n = 0; n < 5; n++) {
      expect(await pair(origin, '{"secret":"guessed"}')).toEqual([403, refusal('wrong')]);
    }
    expect(await pair(origin, JSON.stringify({ secret }))).toEqual([429, refusal('too-many')]);
    expect(till.till.phones.all()).toEqual([]);
  });

  it('says that another program has its port, and offers nothing', async () => {
    const other = createServer().listen(0, host);
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const place = other.address();
    const port = typeof place === 'object' && place ? String(place.port) : '';
    const till = await aTillForPhones({ TERMINAL_PHONE_PORT: port });
    expect(await askToPair(till)).toEqual({ ok: false, code: 'port-taken' });
    expect(till.till.phones.offerUntil()).toBeNull();
  });

  it('is not opened for a message that is no order', async () => {
    const till = await aTillForPhones();
    for (const message of [null, {}, { address: 7 }, { address: null, port: 80 }]) {
      expect(await askToPair(till, message)).toEqual({ ok: false, code: 'malformed' });
    }
    expect(till.till.phones.listening().address).toBeNull();
  });
});

describe('where phones find the till', () => {
  const anybody = (role: Actor['role']) => ({ operatorId: '', role }) as unknown as Actor;

  async function aLine(addresses: readonly string[], change: object = {}) {
    const { till } = await aTillForPhones();
    const place = {
      port: 0,
      addresses: () => addresses,
      likely: (address: string) => address.startsWith('10.'),
    };
    const screens = freshFolder();
    writeFileSync(join(screens, 'phone.html'), '');
    return createPhoneLine({ till: { ...till, ...change }, screens, place, onFault: () => undefined });
  }

  it('is for a manager to choose where no address is a shop’s', async () => {
    const line = await aLine(['203.0.113.9', '198.51.100.7']);
    const choose = { ok: false, code: 'choose-address', addresses: ['203.0.113.9', '198.51.100.7'] };
    expect(await line.offer(anybody('manager'), null)).toEqual(choose);
    expect(await line.offer(anybody('manager'), '192.168.1.20')).toEqual(choose);
  });

  it.each<[string, readonly string[], object, Actor['role'], string]>([
    ['is nowhere without a network', [], {}, 'manager', 'no-network'],
    ['is nowhere in a drill', ['10.0.0.4'], { purpose: 'drill' }, 'manager', 'drill'],
    ['is not for others to say', ['10.0.0.4'], {}, 'pharmacist', 'not-your-right'],
    ['is nowhere at an address that is gone', ['10.99.99.99'], {}, 'manager', 'no-network'],
  ])('%s', async (_, addresses, change, role, code) => {
    const line = await aLine(addresses, change);
    expect(await line.offer(anybody(role), null)).toEqual({ ok: false, code });
  });
});

it('a pharmacist’s page is refused a code', async () => {
  const till = await aTillForPhones();
  const who = till.till.store.operators.all().find(({ role }) => role === 'pharmacist');
  const pin = demoStaff.find(({ role }) => role === 'pharmacist')?.pin ?? '';
  const token = await tokenOf(till.address);
  const socket = io(till.address, {
    auth: { token, role: 'stock' },
    transports: ['websocket'],
    forceNew: true,
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve) => socket.once('stock', () => resolve()));
  expect(await socket.emitWithAck('sign-in', { operatorId: who?.operatorId, pin })).toMatchObject({
    ok: true,
  });
  expect(await socket.emitWithAck('offer-pairing', { address: null })).toEqual({
    ...{ ok: false, code: 'not-your-right' },
  });
});
