import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CounterSnapshot, Reply } from '#api';
import { createOutbox } from '../link/outbox.ts';
import { defaultPreferences } from '../preferences.ts';
import { type Counter, createCounter } from './counter.ts';
import { confirmFirst, mayBuyAdult, snapshotOf, soldVisit, visitWith } from './sample-snapshots.ts';
import { speaking } from './state.ts';

const sent: { command: Command; acknowledge: (reply: Reply) => void }[] = [];
const play = vi.fn();
let counter: Counter;

beforeEach(() => {
  sent.length = 0;
  play.mockClear();
  counter = createCounter({
    outbox: createOutbox((command, acknowledge) => sent.push({ command, acknowledge })),
    preferences: defaultPreferences,
    devicesOpen: false,
    newId: () => 'id-1',
    play,
    show: () => undefined,
  });
  counter.connection('online');
});

const shows = (snapshot: CounterSnapshot) => counter.snapshot(snapshot);
const commands = () => sent.map(({ command }) => command);
const answered = async (reply: Reply) => {
  sent.at(-1)?.acknowledge(reply);
  await vi.waitFor(() => expect(counter.state().awaiting).toBeNull());
};

describe('selling', () => {
  it('sends what the screen shows and waits for the answer', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([{ type: 'sell', visitId: 'v1', kind: 'adult', pieces: 3, confirmed: false }]);
    expect(counter.state().awaiting).toBe('sell');
    await answered({ ok: true });
  });

  it('ignores every further wish until the answer is there', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'sell' });
    counter.perform({ want: 'sell' });
    counter.perform({ want: 'set-pieces', pieces: 1 });
    counter.perform({ want: 'dismiss' });
    expect(commands()).toHaveLength(1);
  });

  it('says why nothing was sold', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'sell' });
    await answered({ ok: false, code: 'storage-full' });
    expect(counter.state().notice).toEqual({ about: 'refusal', code: 'storage-full' });
  });

  it('asks for a look at the card before it sends a doubtful sale', () => {
    shows(snapshotOf(visitWith(confirmFirst)));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([]);
    expect(counter.state().notice).toEqual({ about: 'refusal', code: 'confirmation-needed' });
    counter.perform({ want: 'tick-checked' });
    counter.perform({ want: 'sell' });
    expect(commands()).toMatchObject([{ type: 'sell', confirmed: true }]);
  });

  it('does not take the tick of one visit for the next', () => {
    shows(snapshotOf(visitWith(confirmFirst)));
    counter.perform({ want: 'tick-checked' });
    shows(snapshotOf(visitWith(confirmFirst, 'v2'), { revision: 2 }));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([]);
  });

  it('says how many are allowed instead of asking for more', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'set-pieces', pieces: 4 });
    expect(commands()).toEqual([]);
    expect(counter.state().notice).toEqual({ about: 'too-many', most: 3 });
  });

  it('waits while the till is away', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.connection('lost');
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([]);
  });
});

describe('snapshots', () => {
  it('replace older ones and not newer ones', () => {
    shows(snapshotOf({ stage: 'idle' }, { revision: 5 }));
    shows(snapshotOf(soldVisit, { revision: 4 }));
    expect(counter.state().snapshot?.revision).toBe(5);
  });

  it('begin again after a reconnection, whatever their revision', () => {
    shows(snapshotOf({ stage: 'idle' }, { revision: 500 }));
    counter.connection('lost');
    counter.connection('online');
    shows(snapshotOf(soldVisit, { revision: 1 }));
    expect(counter.state().snapshot?.session.stage).toBe('sold');
  });

  it('sound once for each verdict, and not for a change of quantity', () => {
    shows(snapshotOf({ stage: 'idle' }));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 2 }));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 3 }));
    expect(play.mock.calls).toEqual([['may-buy', defaultPreferences.volume]]);
  });

  it('are silent when muted', () => {
    counter.perform({ want: 'toggle-mute' });
    shows(snapshotOf({ stage: 'idle' }));
    shows(snapshotOf(soldVisit, { revision: 2 }));
    expect(play).toHaveBeenCalledWith('sold', 0);
  });
});

describe('what speaks above the keys', () => {
  const offline = { central: { link: 'offline', unsent: 2, oldestUnsentAt: null } } as const;
  const doubtful = {
    printer: { ...snapshotOf(soldVisit).printer, doubtful: [{ jobId: 7, receiptNumber: '0042' }] },
  };

  it('is a doubtful slip before an alert', () => {
    shows(snapshotOf({ stage: 'idle' }, { ...offline, ...doubtful }));
    expect(speaking(counter.state())).toMatchObject({ kind: 'slip', jobId: 7 });
    counter.perform({ want: 'settle-slip', jobId: 7, answer: 'printed' });
    expect(commands()).toEqual([{ type: 'settle-slip', commandId: 'id-1', jobId: 7, answer: 'printed' }]);
  });

  it('is quiet about an alert that was seen, until it comes back', () => {
    shows(snapshotOf({ stage: 'idle' }, offline));
    expect(speaking(counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
    counter.perform({ want: 'silence-alert', code: 'central-offline' });
    expect(speaking(counter.state())).toBeNull();
    shows(snapshotOf({ stage: 'idle' }, { revision: 2 }));
    shows(snapshotOf({ stage: 'idle' }, { ...offline, revision: 3 }));
    expect(speaking(counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
  });

  it('tells that a scan was ignored', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.scanned();
    expect(commands()).toEqual([]);
    expect(speaking(counter.state())).toEqual({ kind: 'notice', notice: { about: 'scanned' } });
  });
});

describe('dialogs', () => {
  it('of goods received close when the till has booked them', async () => {
    shows(snapshotOf({ stage: 'idle' }));
    counter.perform({ want: 'open', dialog: 'goods-in' });
    counter.perform({ want: 'goods-in', adult: 600, child: 200 });
    await answered({ ok: true });
    expect(counter.state().dialog).toBeNull();
    expect(counter.state().notice).toEqual({ about: 'goods-in', adult: 600, child: 200 });
  });

  it('of goods received stay open when it could not', async () => {
    shows(snapshotOf({ stage: 'idle' }));
    counter.perform({ want: 'open', dialog: 'goods-in' });
    counter.perform({ want: 'goods-in', adult: 600, child: 0 });
    await answered({ ok: false, code: 'storage-full' });
    expect(counter.state().dialog).toBe('goods-in');
  });

  it.each([
    ['help', null],
    ['goods-in', 'goods-in'],
  ] as const)('of %s are %s once a verdict comes', (dialog, left) => {
    shows(snapshotOf({ stage: 'idle' }));
    counter.perform({ want: 'open', dialog });
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 2 }));
    expect(counter.state().dialog).toBe(left);
  });

  it('of a reprint do not open before anything was sold', () => {
    shows(snapshotOf({ stage: 'idle' }));
    counter.perform({ want: 'open', dialog: 'reprint' });
    expect(counter.state()).toMatchObject({ dialog: null, notice: { about: 'no-receipt' } });
  });
});
