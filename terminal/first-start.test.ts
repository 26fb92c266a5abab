import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createVirtualReader } from '#fixtures/card/virtual-reader';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { tokenOf } from '#fixtures/screen';
import { createNoPrinter } from '#printer';
import { loadConfig } from './config.ts';
import { NotSetUp } from './first-start.ts';
import { openTerminal } from './terminal.ts';

/** A new shop on a free port, once its page asks to be set up. */
async function aNewShop() {
  const [folder, screens] = [freshFolder(), freshFolder()];
  for (const page of ['set-up.html', 'index.html', 'display.html', 'stock.html', 'paper-form.html']) {
    writeFileSync(join(screens, page), '<meta name="till-token" content="%TILL_TOKEN%" />');
  }
  const environment = { TERMINAL_PORT: '0', TERMINAL_DATA: folder, TERMINAL_PRINTER: 'none' };
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

it('the page of a first start on a free port leads to the till, which is at the same address', async () => {
  const { opening, address } = await aNewShop();
  const manager = { name: '王藥師', pin: '2580' };
  const shop = { outletCode: '5901010058', name: '平安藥局', address: '', phone: '', manager };
  const reply = await fetch(`${address}/set-up`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(address)}`, 'content-type': 'application/json' },
    body: JSON.stringify(shop),
  });
  expect(await reply.json()).toMatchObject({ ok: true });
  expect((await opening).address).toBe(address);
  expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ phase: 'open', mode: 'shop' });
});

it('a first start that is ended before anybody set the till up is no till', async () => {
  const { opening, end } = await aNewShop();
  end();
  await expect(opening).rejects.toBeInstanceOf(NotSetUp);
});
