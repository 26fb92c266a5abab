import { describe, expect, it } from 'vitest';
import type { Command, Reply } from '#api';
import { createOutbox } from './outbox.ts';

const sell: Command = {
  type: 'sell',
  visitId: 'v1',
  lines: [{ lineId: 'l1', kind: 'adult', pieces: 3 }],
};

function outboxOnAWire() {
  const wire: { command: Command; acknowledge: (reply: Reply) => void }[] = [];
  const outbox = createOutbox((command, acknowledge) => wire.push({ command, acknowledge }));
  outbox.connected();
  return { outbox, wire };
}

describe('commands on their way to the till', () => {
  it('are answered by their acknowledgement', async () => {
    const { outbox, wire } = outboxOnAWire();
    const outcome = outbox.send(sell);
    wire[0]?.acknowledge({ ok: false, code: 'stale' });
    expect(await outcome).toEqual({ ok: false, code: 'stale' });
  });

  it('go out again as they were when the connection dropped before the acknowledgement', async () => {
    const { outbox, wire } = outboxOnAWire();
    const outcome = outbox.send(sell);
    outbox.disconnected();
    outbox.connected();
    expect(wire.map((sent) => sent.command)).toEqual([sell, sell]);
    wire[1]?.acknowledge({ ok: true });
    expect(await outcome).toEqual({ ok: true });
  });

  it('do not go out again once acknowledged', () => {
    const { outbox, wire } = outboxOnAWire();
    outbox.send(sell);
    wire[0]?.acknowledge({ ok: true });
    outbox.disconnected();
    outbox.connected();
    expect(wire).toHaveLength(1);
  });

  it.each<Command>([{ type: 'dismiss' }, { type: 'virtual-card', card: 'child' }])(
    'are given up when sending $type twice could mean something else',
    async (command) => {
      const { outbox, wire } = outboxOnAWire();
      const outcome = outbox.send(command);
      outbox.disconnected();
      outbox.connected();
      expect(await outcome).toEqual({ ok: false, code: 'lost' });
      expect(wire).toHaveLength(1);
    },
  );

  it('are refused at once while there is no connection', async () => {
    const { outbox, wire } = outboxOnAWire();
    outbox.disconnected();
    expect(await outbox.send(sell)).toEqual({ ok: false, code: 'lost' });
    expect(wire).toHaveLength(0);
  });
});
