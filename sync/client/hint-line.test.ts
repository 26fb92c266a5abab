import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, it, onTestFinished } from 'vitest';
import { holdHintLine } from './hint-line.ts';

/** A centre that refuses as often as it is told, and a till whose pauses end at once and are written down. */
async function aLine({ refusals }: { readonly refusals: number }) {
  const http = createServer();
  const server = new Server(http, { serveClient: false, transports: ['websocket'] });
  let refused = 0;
  const centre = server.of('/sync').use((_socket, next) => {
    if (refused++ < refusals) next(new Error('stale-request'));
    else next();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.close());
  const pauses: number[] = [];
  let signed = 0;
  const waiting: (() => void)[] = [];
  const end = holdHintLine({
    centre: new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}`),
    sign: () => ({ 'till-nonce': String(++signed) }),
    random: () => 0.5,
    after(ms, run) {
      pauses.push(ms);
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
    onHint: () => waiting.shift()?.(),
  });
  onTestFinished(end);
  const hint = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { centre, end, hint, pauses, signed: () => signed };
}

it('comes back by itself to a centre that refused it, signed anew, after pauses that grow', async () => {
  const { hint, pauses, signed, centre } = await aLine({ refusals: 3 });
  await hint();
  expect(pauses).toEqual([2_000, 4_000, 8_000]);
  expect(signed()).toBe(4);
  const hinted = hint();
  centre.emit('hint');
  await hinted;
});

it('comes back to a centre that sent it away', async () => {
  const { hint, pauses, centre } = await aLine({ refusals: 0 });
  await hint();
  const again = hint();
  centre.disconnectSockets();
  await again;
  expect(pauses).toEqual([2_000]);
});

it('stays away once it was ended', async () => {
  const { hint, pauses, centre, end } = await aLine({ refusals: 0 });
  const gone = new Promise((resolve) =>
    centre.on('connection', (socket) => socket.on('disconnect', resolve)),
  );
  await hint();
  end();
  await gone;
  expect(pauses).toEqual([]);
});
