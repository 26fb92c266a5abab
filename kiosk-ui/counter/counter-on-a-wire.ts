import { expect, vi } from 'vitest';
import type { Command, Reply } from '#api';
import { createOutbox } from '../link/outbox.ts';
import { defaultPreferences } from '../preferences.ts';
import { createCounter } from './counter.ts';

/** A connected counter whose commands are kept instead of sent, for tests. */
export function counterOnAWire() {
  const sent: { command: Command; acknowledge: (reply: Reply) => void }[] = [];
  const play = vi.fn();
  const counter = createCounter({
    outbox: createOutbox((command, acknowledge) => sent.push({ command, acknowledge })),
    preferences: defaultPreferences,
    devicesOpen: false,
    newId: () => 'id-1',
    play,
    show: () => undefined,
  });
  counter.connection('online');
  return {
    counter,
    play,
    commands: () => sent.map(({ command }) => command),
    /** The till's answer to the command sent last. */
    async answered(reply: Reply) {
      sent.at(-1)?.acknowledge(reply);
      await expect.poll(() => counter.state().awaiting).toBeNull();
    },
  };
}
