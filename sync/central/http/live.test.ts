import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestCentre, sampleOutlets, type TestTill } from '#fixtures/central-kit';
import { signatureHeaders, signedText, tillNameText } from '#protocol';
import type { OutletCode } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { signText } from '../ed25519.ts';
import { createSignatureCheck } from '../requests/check-signature.ts';
import { createNoncesInMemory } from '../requests/nonces.ts';
import { createLiveHints } from './live.ts';

async function open() {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  const { database, clock } = centre;
  const http = createServer();
  const signatures = createSignatureCheck({
    ...{ reading: database.reading, clock, nonces: createNoncesInMemory(clock) },
  });
  const hints = createLiveHints({ http, signatures, between: null });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => hints.close());
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}/sync`;

  const authOf = (till: TestTill, change: { readonly nonce?: string } = {}) => {
    const name = tillNameText(till.name);
    const { nonce = randomBytes(16).toString('hex') } = change;
    const bodyHash = createHash('sha256').digest('hex');
    const date = clock.now();
    const text = signedText({ request: 'CONNECT /sync', till: name, date, nonce, bodyHash });
    return {
      [signatureHeaders.till]: name,
      [signatureHeaders.date]: String(date),
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: signText(text, till.key),
    };
  };
  /** @returns the socket once it is let in, or why it was not */
  const connect = (auth: object) => {
    const socket = io(address, { transports: ['websocket'], reconnection: false, auth, forceNew: true });
    onTestFinished(() => void socket.disconnect());
    return new Promise<typeof socket | string>((resolve) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', ({ message }) => resolve(message));
    });
  };
  const join = async (till: TestTill) => {
    const socket = await connect(authOf(till));
    if (typeof socket === 'string') throw new Error(socket);
    let hinted = 0;
    socket.on('hint', () => {
      hinted++;
    });
    return {
      hint: () => new Promise<void>((resolve) => socket.once('hint', () => resolve())),
      count: () => hinted,
    };
  };
  return { centre, hints, authOf, connect, join };
}

describe('the live line', () => {
  it('hints to the tills of the outlets that are meant, and to no other', async () => {
    const { centre, hints, join } = await open();
    const here = await join(await centre.newTill());
    const there = await join(await centre.newTill(sampleOutlets[1]));
    const [heardHere, heardThere] = [here.hint(), there.hint()];
    hints.toOutlets([sampleOutlets[0] as OutletCode]);
    await heardHere;
    hints.toOutlets([]);
    hints.toAll();
    await heardThere;
    expect(there.count()).toBe(1);
  });

  it('takes a signature once, and none of a stranger or of a till that was revoked', async () => {
    const { centre, authOf, connect } = await open();
    const till = await centre.newTill();
    const auth = authOf(till);
    expect(typeof (await connect(auth))).toBe('object');
    expect(await connect(auth)).toBe('replayed-request');
    expect(await connect({})).toBe('bad-request');
    expect(await connect({ ...authOf(till), [signatureHeaders.nonce]: '0'.repeat(32) })).toBe(
      'bad-signature',
    );
    await centre.enrolment.revoke(till.name);
    expect(await connect(authOf(till))).toBe('revoked');
  });
});
