import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CounterSnapshot } from '#api';
import { samplePeople } from '#fixtures/people';
import {
  currentLine,
  openCounter,
  openDisplay,
  openStock,
  type Screen,
  sellShown,
  stockUp,
  tokenOf,
  visitAt,
} from '#fixtures/screen';
import { aTill, withCounter } from '#fixtures/till-in-process';
import { businessDayOf } from '#rules';

type Counter = Screen<CounterSnapshot>;
const insert = (counter: Counter, card: string | null) => counter.command({ type: 'virtual-card', card });

async function sellTo(counter: Counter, card: string) {
  await insert(counter, card);
  return sellShown(counter);
}

const get = (address: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(address, { headers }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

const connectionError = (address: string, options: object): Promise<string> =>
  new Promise((resolve) => {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    onTestFinished(() => void socket.disconnect());
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => resolve(error.message));
  });

describe('a till', () => {
  it('takes a card, sells, prints, and shows the customer no more than verdict, quantity and amount', async () => {
    const { counter, address } = await withCounter();
    const display = await openDisplay(address);
    onTestFinished(display.close);
    const sold = await sellTo(counter, 'adult-even');
    expect(sold).toMatchObject({
      lines: [{ kind: 'adult', pieces: 3, nextDay: '2020-03-19' }],
      total: 15,
      cardInside: true,
    });
    expect(sold.tenders[1]).toEqual({ given: 50, change: 35 });
    await counter.until(({ session }) => session.stage === 'sold' && session.slip === 'confirmed');
    await counter.until(({ virtual }) => virtual?.printer?.lastSlip?.text.includes(sold.receiptNumber));
    await insert(counter, null);
    await counter.until(({ session }) => session.stage === 'sold' && !session.cardInside);
    await display.until(({ view }) => view.stage === 'sold' && view.total === 15);
    expect(display.received()).not.toMatch(/maskedName|lastThree|birthYear|nextDay|lastPurchase|林/);
  });

  it('forgets the person on every screen when the card is out', async () => {
    const { counter } = await withCounter();
    await insert(counter, 'adult-odd');
    await counter.until(
      ({ session }) => session.stage === 'visit' && currentLine(session).holder?.maskedName === '王○明',
    );
    await insert(counter, null);
    await counter.until(({ session }) => session.stage === 'visit' && currentLine(session).holder === null);
    expect(JSON.stringify(counter.latest())).not.toContain('王');
  });

  it('says when the card that has bought may come again', async () => {
    const { counter } = await withCounter();
    await insert(counter, 'already-bought');
    const { verdict, holder } = currentLine(await visitAt(counter));
    expect(verdict).toMatchObject({
      verdict: 'may-not',
      reason: 'bought-recently',
      nextDay: '2020-03-16',
    });
    expect(holder?.purchases).toEqual([{ day: '2020-03-09', kind: 'adult', pieces: 3, place: 'here' }]);
  });

  it('puts goods on sale once for each command', async () => {
    const { counter } = await withCounter();
    const before = counter.latest()?.stock.adult ?? 0;
    const today = counter.latest()?.clock.day ?? null;
    const delivery = { adult: 200, child: 50, onSaleFrom: today, expected: null, note: '' };
    const command = { type: 'goods-in', commandId: randomUUID(), ...delivery } as const;
    for (let i = 0; i < 2; i++) expect(await counter.command(command)).toEqual({ ok: true });
    await counter.until(({ stock }) => stock.adult === before + 200);
  });

  it('opens again where it was cut off, with the same history', async () => {
    const first = await withCounter();
    const { receiptNumber } = await sellTo(first.counter, 'adult-even');
    first.counter.close();
    await first.close();
    const { address } = await aTill(first.folder, '2020-03-12T10:00:00+08:00');
    const counter = await openCounter(address);
    onTestFinished(counter.close);
    expect(counter.latest()?.lastSale?.receiptNumber).toBe(receiptNumber);
    await insert(counter, 'adult-even');
    expect(currentLine(await visitAt(counter)).verdict).toMatchObject({ reason: 'bought-recently' });
  });

  it('warns when the clock stands before the last entry', async () => {
    const first = await withCounter();
    await sellTo(first.counter, 'adult-even');
    first.counter.close();
    await first.close();
    const { address } = await aTill(first.folder, '2020-03-10T10:00:00+08:00');
    const counter = await openCounter(address);
    onTestFinished(counter.close);
    expect(counter.latest()?.clock).toMatchObject({ trust: 'behind', day: '2020-03-12' });
  });

  it('writes no number, name or card number to its files, its log or a socket', async () => {
    const { counter, folder, lines } = await withCounter();
    for (const card of ['adult-even', 'child', 'adult-odd', 'damaged']) {
      await insert(counter, card);
      await counter.until(({ session }) => session.stage === 'visit' || session.stage === 'problem');
      if (card === 'adult-even') await sellShown(counter);
      await insert(counter, null);
      await counter.command({ type: 'dismiss' });
    }
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const utf8 = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const everything = [...files, ...utf8, JSON.stringify(lines), counter.received()].join('\n');
    for (const sample of samplePeople(2020)) {
      if (sample.chip !== 'nhi') continue;
      const { idNumber, name, cardNumber } = sample.person;
      for (const secret of [idNumber, name, cardNumber]) expect(everything).not.toContain(secret);
    }
  });
});

const delivery = {
  ...{ type: 'goods-in', commandId: '00000000-0000-4000-8000-000000000001', adult: 1, child: 1 },
  ...{ onSaleFrom: null, expected: null, note: '' },
};

describe('a command', () => {
  it.each([
    [{}],
    [null],
    ['sell'],
    [{ type: 'sell', visitId: 'x' }],
    [{ type: 'set-pieces', visitId: 'x', lineId: 'y', pieces: -3 }],
    [{ type: 'set-pieces', visitId: 'x', lineId: 'y', pieces: 1e9, extra: true }],
    [{ ...delivery, commandId: 'no-uuid' }],
    [{ ...delivery, adult: -1 }],
    [{ ...delivery, adult: 1e6 }],
    [{ ...delivery, onSaleFrom: '2020-02-30' }],
  ])('that is malformed as %j is refused and changes nothing', async (message) => {
    const { counter, till } = await withCounter();
    const before = till.store.journal.head().seq;
    expect(await counter.send(message)).toEqual({ ok: false, code: 'malformed' });
    expect(till.store.journal.head().seq).toBe(before);
  });

  it('that fits no stage is refused', async () => {
    const { counter } = await withCounter();
    expect(await counter.command({ type: 'dismiss' })).toEqual({ ok: false, code: 'not-now' });
    expect(await insert(counter, 'no-such-card')).toEqual({ ok: false, code: 'unknown' });
  });

  it('from a customer display is not heard', async () => {
    const { address, till } = await aTill();
    const childMasks = () => till.store.stock.on(businessDayOf(till.time.now())).child.onHand;
    const before = childMasks();
    const display = await openDisplay(address);
    onTestFinished(display.close);
    const unheard = display.send({
      ...delivery,
      commandId: randomUUID(),
      child: 5,
      onSaleFrom: '2020-03-12',
    });
    const counter = await openCounter(address);
    onTestFinished(counter.close);
    await stockUp(counter, 1, 0);
    expect(childMasks()).toBe(before);
    expect(await Promise.race([unheard, Promise.resolve('no answer')])).toBe('no answer');
  });
});

describe('a screen', () => {
  it('at which nobody is signed in shows who may, nothing of the shop, and does nothing', async () => {
    const { counter, till } = await withCounter();
    await sellTo(counter, 'adult-even');
    await counter.signOut();
    const gate = await counter.untilGate();
    expect(gate.operators.map(({ name }) => name)).toEqual(['示範店長', '示範藥師', '示範人員']);
    expect(Object.keys(gate)).toEqual(['mode', 'outlet', 'operators', 'now']);
    const before = till.store.journal.head().seq;
    expect(await stockUp(counter, 1, 1)).toEqual({ ok: false, code: 'signed-out' });
    expect(await counter.ask({ about: 'day', day: businessDayOf(till.time.now()) })).toEqual({
      ok: false,
      code: 'signed-out',
    });
    expect(till.store.journal.head().seq).toBe(before);
  });

  it('knows who is at it, and the entries and the slip say who it was', async () => {
    const { counter, till } = await withCounter();
    await counter.signOut();
    const { operators } = await counter.untilGate();
    const staff = operators.find(({ role }) => role === 'staff');
    expect(await counter.signIn(staff?.operatorId ?? '', '1111')).toMatchObject({ code: 'wrong-pin' });
    expect(await counter.signIn(staff?.operatorId ?? '', '3690')).toMatchObject({ ok: true });
    await counter.until(({ you }) => you.role === 'staff');
    const { receiptNumber } = await sellTo(counter, 'adult-even');
    expect(till.store.sales.byReceipt(receiptNumber)?.by).toBe(staff?.operatorId);
    await counter.until(({ virtual }) => virtual?.printer?.lastSlip?.text.includes('示範人員'));
    expect(await stockUp(counter, 1, 1)).toEqual({ ok: false, code: 'not-your-right' });
  });

  it('of the manager shows the same stock as the counter, and both change together', async () => {
    const { counter, address } = await withCounter();
    const stock = await openStock(address);
    onTestFinished(stock.close);
    const before = stock.latest()?.stock.adult.available ?? 0;
    expect(counter.latest()?.stock.adult).toBe(before);
    await sellTo(counter, 'adult-even');
    await stock.until(({ stock: now, today }) => now.adult.available === before - 3 && today.persons === 1);
  });
});

describe('a stranger', () => {
  it.each([
    ['another host name', { host: 'till.example' }],
    ['a name that only resolves here', { host: 'rebound.example:8020' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
  ])('by %s is turned away from pages and sockets', async (_who, headers) => {
    const { address } = await aTill();
    expect(await get(`${address}/`, headers)).toBe(403);
    expect(await get(`${address}/health`, headers)).toBe(403);
    const auth = { token: await tokenOf(address), role: 'counter' };
    expect(await connectionError(address, { auth, extraHeaders: headers })).not.toBe('connected');
  });

  it('without the token of this start is turned away', async () => {
    const { address } = await aTill();
    for (const token of ['', 'guess', undefined, 7]) {
      expect(await connectionError(address, { auth: { token, role: 'counter' } })).toBe('token');
    }
    expect(await get(`${address}/virtual/slips/1.png`, {})).toBe(403);
  });

  it('finds no page that any other may frame or script', async () => {
    const { address } = await aTill();
    const { headers } = await fetch(`${address}/`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
