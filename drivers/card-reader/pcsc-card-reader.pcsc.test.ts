import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pcsclite from 'pcsclite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withHook } from '#fixtures/card/chip';
import { createContractChip } from '#fixtures/card/contract-chip';
import { createPcscd } from '#fixtures/card/pcscd';
import { withReaderTurn } from '#fixtures/card/reader-turn';
import { createSampleChip } from '#fixtures/card/sample-chip';
import { createVpcdSlot, type VpcdSlot, vpcdPorts } from '#fixtures/card/vpcd-card';
import type { NativeReader } from './card-attempt.ts';
import { type ContractSlot, cardReaderContract } from './card-reader.contract.ts';
import type { CardReader } from './card-reader.ts';
import { type EventLog, logEvents } from './event-log.ts';
import { createPcscCardReader, isVirtualPcd, probeReaders } from './pcsc-card-reader.ts';

const childProgram = fileURLToPath(new URL('../../dist/node/pcsc-child.js', import.meta.url));
const options = { childProgram, timing: { readWithin: 1000, busyFor: 500 } };
/** Waits for a program that lets go of the card, however long that takes on a busy machine. */
const patient = { childProgram, timing: { readWithin: 1000, busyFor: 60_000 } };
const leftName = 'Virtual PCD 00 00';
const rightName = 'Virtual PCD 00 01';

const pcscd = createPcscd();
const left = createVpcdSlot(vpcdPorts[0]);
const right = createVpcdSlot(vpcdPorts[1]);

const contractSlot = (reader: string, slot: VpcdSlot): ContractSlot => ({
  reader,
  insert: (card) => slot.insert(createContractChip(card)),
  insertAndPull: (card) => slot.insert(withHook(createContractChip(card), slot.remove)),
  remove: slot.remove,
});

/** The daemon looks at its virtual readers every 400 ms; the next test begins when it has seen that they are empty. */
async function emptied(): Promise<void> {
  left.remove();
  right.remove();
  const reader = createPcscCardReader(options);
  const log = logEvents(reader);
  await reader.start();
  await log.health('ready');
  await log.until(() => everySlotEmpty(reader));
  await reader.close();
}

const everySlotEmpty = (reader: CardReader) => reader.status().readers.every(({ slot }) => slot === 'empty');

withReaderTurn();
beforeAll(() => pcscd.start());
afterAll(() => pcscd.kill());

cardReaderContract('the PC/SC reader', async () => ({
  reader: createPcscCardReader(options),
  slots: [contractSlot(leftName, left), contractSlot(rightName, right)],
  dispose: emptied,
}));

describe('the PC/SC reader and its service', () => {
  let reader: CardReader;
  let log: EventLog;

  beforeEach(() => {
    reader = createPcscCardReader(options);
    log = logEvents(reader);
  });

  afterEach(async () => {
    await reader.close();
    pcscd.thaw();
    await pcscd.kill();
    await pcscd.start();
    await emptied();
  });

  const goodCard = () => createSampleChip('adult-odd', 2020);
  const insertionsOfLeft = () => reader.status().readers.find((r) => r.name === leftName)?.insertions;

  async function startAndRead(): Promise<void> {
    await left.insert(goodCard());
    await reader.start();
    await log.next('read', leftName);
  }

  it('waits for a daemon that is absent at the start, and reads the card that lies in the reader then', async () => {
    await pcscd.kill();
    await reader.start();
    await log.health('no-service');
    await pcscd.start();
    await left.insert(goodCard());
    await log.next('read', leftName);
    expect(reader.status().health).toBe('ready');
  });

  it('takes the card out when the daemon is killed, and reads it again when the daemon is back', async () => {
    await startAndRead();
    await pcscd.kill();
    await log.next('removed', leftName);
    await log.health('no-service');
    await pcscd.start();
    await log.next('read', leftName);
    expect(log.typesOf(leftName)).toEqual(['inserted', 'read', 'removed', 'inserted', 'read']);
    expect(insertionsOfLeft()).toBe(2);
  });

  it('takes the card out when the daemon freezes, and reads it again when the daemon goes on', async () => {
    await startAndRead();
    pcscd.freeze();
    await log.next('removed', leftName);
    await log.health('service-frozen');
    pcscd.thaw();
    await log.next('read', leftName);
    expect(log.typesOf(leftName)).toEqual(['inserted', 'read', 'removed', 'inserted', 'read']);
  });

  it('says that the daemon is frozen when it starts beside a frozen one', async () => {
    pcscd.freeze();
    await reader.start();
    await log.health('service-frozen');
    pcscd.thaw();
    await log.health('ready');
  });

  it('says that there is no reader, and reads a card when there is one', async () => {
    await pcscd.kill();
    await pcscd.start('none');
    await reader.start();
    await log.health('no-reader');
    await pcscd.kill();
    await pcscd.start();
    await left.insert(goodCard());
    await log.next('read', leftName);
  });

  it('closes beside a frozen daemon', async () => {
    await startAndRead();
    pcscd.freeze();
    await reader.close();
    expect(childProcesses()).toEqual([]);
  });

  it('replaces its process when that is killed, and leaves none behind when it is closed', async () => {
    await startAndRead();
    const [child] = childProcesses();
    if (child === undefined) throw new Error('the reader has no child process');
    process.kill(child, 'SIGKILL');
    await log.next('removed', leftName);
    await log.next('read', leftName);
    await reader.close();
    expect(childProcesses()).toEqual([]);
  });

  it('says that there is no service when its program is missing', async () => {
    const without = createPcscCardReader({ childProgram: '/nowhere/pcsc-child.js' });
    const silence = logEvents(without);
    await without.start();
    await silence.health('no-service');
    await without.close();
  });

  it('finds the names of the readers, and none without a daemon', async () => {
    expect(await probeReaders(options)).toEqual([leftName, rightName]);
    expect([leftName, 'ACS ACR38U 00 00'].map(isVirtualPcd)).toEqual([true, false]);
    await pcscd.kill();
    expect(await probeReaders(options)).toEqual([]);
  });
});

describe('the PC/SC reader and another program that holds the card', () => {
  let reader: CardReader;
  let other: Awaited<ReturnType<typeof holdExclusively>>;

  async function startWith(patience: typeof options): Promise<EventLog> {
    reader = createPcscCardReader(patience);
    const log = logEvents(reader);
    await left.insert(createSampleChip('adult-odd', 2020));
    other = await holdExclusively(leftName);
    await reader.start();
    return log;
  }

  afterEach(async () => {
    await reader.close();
    await other.close();
    await emptied();
  });

  it('says that the card is busy, and reads it as a new insertion when it is free', async () => {
    const log = await startWith(options);
    expect((await log.next('failed', leftName)).failure).toBe('card-busy');
    await other.release();
    await log.next('read', leftName);
    expect(log.typesOf(leftName)).toEqual(['inserted', 'failed', 'removed', 'inserted', 'read']);
  });

  it('waits for a program that holds the card for a moment', async () => {
    const log = await startWith(patient);
    await log.next('inserted', leftName);
    await other.release();
    await log.next('read', leftName);
    expect(log.typesOf(leftName)).toEqual(['inserted', 'read']);
  });
});

describe('the child', () => {
  it('ends with a parent that is killed while the child is still loading', async () => {
    const child = fork(childProgram, ['{}'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const ended = once(child, 'exit');
    child.disconnect();
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});

/** The processes that this one started to talk to the PC/SC service. */
function childProcesses(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pcsc-child'))
    .map(Number);
}

/** Another program: resolves when it has the card for itself alone. */
async function holdExclusively(name: string) {
  const service = pcsclite();
  const watched: NativeReader[] = [];
  const held = await new Promise<NativeReader>((resolve, reject) => {
    service.on('error', reject);
    service.on('reader', (found) => {
      watched.push(found);
      found.on('error', reject);
      if (found.name !== name) return;
      const alone = { share_mode: found.SCARD_SHARE_EXCLUSIVE };
      const hold = () => found.connect(alone, (error) => (error ? reject(error) : resolve(found)));
      found.on('status', ({ state }) => {
        if ((state & found.SCARD_STATE_PRESENT) !== 0 && !found.connected) hold();
      });
    });
  });
  held.removeAllListeners('status');
  const release = () =>
    new Promise<void>((resolve, reject) => {
      held.disconnect(held.SCARD_LEAVE_CARD, (error) => (error ? reject(error) : resolve()));
    });
  return {
    release,
    async close() {
      await release();
      for (const reader of watched) reader.close();
      service.close();
    },
  };
}
