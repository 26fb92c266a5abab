import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createVirtualReader } from '#fixtures/card/virtual-reader';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { freePort } from '#fixtures/free-port';
import { tokenOf } from '#fixtures/screen';
import { aServedCentre } from '#fixtures/served-centre';
import { createNoPrinter } from '#printer';
import type { OutletCode } from '#rules';
import { loadConfig } from './config.ts';
import { NotSetUp } from './first-start.ts';
import { openTerminal } from './terminal.ts';

/** A new shop on a free port, once its page asks to be set up. */
async function aNewShop(settings: Readonly<Record<string, string>> = {}) {
  const [folder, screens] = [freshFolder(), freshFolder()];
  for (const page of ['set-up.html', 'index.html', 'display.html', 'stock.html', 'paper-form.html']) {
    writeFileSync(
      join(screens, page),
      '<meta name="till-token" content="%TILL_TOKEN%" /><meta content="%CENTRE%" />',
    );
  }
  const environment = { TERMINAL_PORT: '0', TERMINAL_DATA: folder, TERMINAL_PRINTER: 'none', ...settings };
  const ended = new AbortController();
  let announce: (address: string) => void = () => undefined;
  const announced = new Promise<string>((resolve) => {
    announce = resolve;
  });
  const log = () => undefined;
  const { reader } = createVirtualReader();
  const printer = createNoPrinter();
  const close = async () => void (await Promise.all([reader.close(), printer.close()]));
  const opening = openTerminal(loadConfig('shop', environment, join(folder, 'terminal.json')), {
    clock: createSetClock('2020-03-12T09:00:00+08:00'),
    screens,
    openDevices: async () => ({ reader, printer, virtual: null, close }),
    openCentral: () => Promise.reject(new Error('a shop has no centre of its own')),
    announceSetUp: announce,
    signal: ended.signal,
    log: { info: log, warn: log, error: log },
  });
  onTestFinished(() =>
    opening.then(
      (terminal) => terminal.close(),
      () => undefined,
    ),
  );
  const address = await announced;
  return { opening, address, end: () => ended.abort() };
}

async function setUp(address: string, more: object = {}): Promise<unknown> {
  const manager = { name: '王藥師', pin: '2580' };
  const shop = { outletCode: '5901010058', name: '平安藥局', address: '', phone: '', manager, ...more };
  const reply = await fetch(`${address}/set-up`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(address)}`, 'content-type': 'application/json' },
    body: JSON.stringify(shop),
  });
  return reply.json();
}

it('the page of a first start on a free port leads to the till, which is at the same address', async () => {
  const { opening, address } = await aNewShop();
  expect(await setUp(address)).toMatchObject({ ok: true, enrolment: 'not-asked' });
  expect((await opening).address).toBe(address);
  expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ phase: 'open', mode: 'shop' });
});

it('a first start that is ended before anybody set the till up is no till', async () => {
  const { opening, end } = await aNewShop();
  end();
  await expect(opening).rejects.toBeInstanceOf(NotSetUp);
});

it.each([
  ['the right code', async (centre: Served) => (await centre.enrolment.makeCode(outlet))?.code ?? '', 'done'],
  ['a wrong one', async () => 'AAAA-BBBB-CCCC', 'code-unknown'],
])(
  'a first start with %s is set up, and says how it stands with the centre',
  async (_what, code, enrolment) => {
    const centre = await aServedCentre('shop');
    const { opening, address } = await aNewShop({ TERMINAL_CENTRAL: centre.address });
    expect(await (await fetch(address)).text()).toContain('content="configured"');
    const reply = await setUp(address, { enrolmentCode: await code(centre) });
    expect(reply).toMatchObject({ ok: true, enrolment });
    const { till } = await opening;
    expect(till.centre.status().mode).toBe(enrolment === 'done' ? 'enrolled' : 'not-enrolled');
  },
);

it('a first start without a line is set up all the same', async () => {
  const { opening, address } = await aNewShop({ TERMINAL_CENTRAL: `http://127.0.0.1:${await freePort()}` });
  expect(await setUp(address, { enrolmentCode: 'AAAA-BBBB-CCCC' })).toMatchObject({
    ok: true,
    enrolment: 'no-line',
  });
  expect((await opening).till.centre.status().mode).toBe('not-enrolled');
});

type Served = Awaited<ReturnType<typeof aServedCentre>>;
const outlet = '5901010058' as OutletCode;
