import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterSnapshot } from '#api';
import { defaultPreferences } from '../preferences.ts';
import { counterOnAWire } from './counter-on-a-wire.ts';
import {
  confirmed,
  confirmFirst,
  idle,
  mayBuyAdult,
  mayBuyEither,
  mayNot,
  snapshotOf,
  soldVisit,
  visitOf,
  visitWith,
} from './sample-snapshots.ts';
import { speaking } from './state.ts';

let wire: ReturnType<typeof counterOnAWire>;

beforeEach(() => {
  wire = counterOnAWire();
});

const shows = (snapshot: CounterSnapshot) => wire.counter.snapshot(snapshot);

describe('selling', () => {
  it('sends what the screen shows and waits for the answer', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toEqual([
      { type: 'sell', visitId: 'v1', lines: [{ lineId: 'l1', kind: 'adult', pieces: 3 }] },
    ]);
    expect(wire.counter.state().awaiting).toBe('sell');
    await wire.answered({ ok: true });
  });

  it('sells every line that may buy and leaves the refused one out', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot, confirmed])));
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toMatchObject([{ type: 'sell', lines: [{ lineId: 'l1' }, { lineId: 'l3' }] }]);
  });

  it('ignores every further wish until the answer is there', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'sell' });
    wire.counter.perform({ want: 'sell' });
    wire.counter.perform({ want: 'set-pieces', pieces: 1 });
    wire.counter.perform({ want: 'dismiss' });
    expect(wire.commands()).toHaveLength(1);
  });

  it('says why nothing was sold', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'sell' });
    await wire.answered({ ok: false, code: 'storage-full' });
    expect(wire.counter.state().notice).toEqual({ about: 'refusal', code: 'storage-full' });
  });

  it('asks for a look at the card before it sends a doubtful sale', () => {
    shows(snapshotOf(visitWith(confirmFirst)));
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toEqual([]);
    expect(wire.counter.state().notice).toEqual({ about: 'confirm-first', place: 1, of: 1 });
  });

  it('brings the doubtful card into the field where another one is shown', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, confirmFirst, mayBuyAdult])));
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toEqual([{ type: 'show-line', visitId: 'v1', lineId: 'l2' }]);
    expect(wire.counter.state().notice).toEqual({ about: 'confirm-first', place: 2, of: 3 });
  });

  it('ends the visit where no card may buy', () => {
    shows(snapshotOf(visitOf([mayNot, mayNot])));
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toEqual([{ type: 'dismiss' }]);
  });

  it('says how many are allowed instead of asking for more', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'set-pieces', pieces: 4 });
    expect(wire.commands()).toEqual([]);
    expect(wire.counter.state().notice).toEqual({ about: 'too-many', most: 3 });
  });

  it('waits while the till is away', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.connection('lost');
    wire.counter.perform({ want: 'sell' });
    expect(wire.commands()).toEqual([]);
  });
});

describe('a line of the visit', () => {
  const visit = visitOf([mayBuyAdult, confirmFirst, mayBuyEither]);

  it.each([
    [
      { want: 'set-pieces', pieces: 2 },
      { type: 'set-pieces', visitId: 'v1', lineId: 'l3', pieces: 2 },
    ],
    [
      { want: 'choose-kind', kind: 'child' },
      { type: 'choose-kind', visitId: 'v1', lineId: 'l3', kind: 'child' },
    ],
    [{ want: 'confirm-line' }, { type: 'confirm-line', visitId: 'v1', lineId: 'l3' }],
    [
      { want: 'show-line', lineId: 'l1' },
      { type: 'show-line', visitId: 'v1', lineId: 'l1' },
    ],
    [
      { want: 'remove-line', lineId: 'l1' },
      { type: 'remove-line', visitId: 'v1', lineId: 'l1' },
    ],
  ] as const)('is asked for by %j with %j', (intent, command) => {
    shows(snapshotOf(visit));
    wire.counter.perform(intent);
    expect(wire.commands()).toEqual([command]);
  });

  it('has no quantity once it is refused', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot])));
    wire.counter.perform({ want: 'set-pieces', pieces: 1 });
    expect(wire.commands()).toEqual([]);
  });
});

describe('snapshots', () => {
  it('replace older ones and not newer ones', () => {
    shows(snapshotOf(idle, { revision: 5 }));
    shows(snapshotOf(soldVisit, { revision: 4 }));
    expect(wire.counter.state().snapshot?.revision).toBe(5);
  });

  it('begin again after a reconnection, whatever their revision', () => {
    shows(snapshotOf(idle, { revision: 500 }));
    wire.counter.connection('lost');
    wire.counter.connection('online');
    shows(snapshotOf(soldVisit, { revision: 1 }));
    expect(wire.counter.state().snapshot?.session.stage).toBe('sold');
  });

  it('sound once for each verdict, and not for a change of quantity', () => {
    shows(snapshotOf(idle));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 2 }));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 3 }));
    expect(wire.play.mock.calls).toEqual([['may-buy', defaultPreferences.volume]]);
  });

  it('are silent when muted', () => {
    wire.counter.perform({ want: 'toggle-mute' });
    shows(snapshotOf(idle));
    shows(snapshotOf(soldVisit, { revision: 2 }));
    expect(wire.play).toHaveBeenCalledWith('sold', 0);
  });

  it('keep the visit in view while its next card is read, without anybody’s name', () => {
    const visit = visitWith(mayBuyAdult);
    shows(snapshotOf(visit));
    shows(snapshotOf({ stage: 'reading', visitId: 'v1' }, { revision: 2 }));
    expect(wire.counter.state().joined?.lines).toMatchObject([{ lineId: 'l1', holder: null }]);
    shows(snapshotOf({ stage: 'reading', visitId: null }, { revision: 3 }));
    expect(wire.counter.state().joined).toBeNull();
  });
});

describe('what speaks above the keys', () => {
  const offline = { central: { link: 'offline', unsent: 2, oldestUnsentAt: null } } as const;
  const doubtful = {
    printer: {
      ...snapshotOf(idle).printer,
      doubtful: [{ jobId: 7, slip: 'ticket', reference: 't1', name: 'A012' } as const],
    },
  };

  it('is a doubtful slip before an alert', () => {
    shows(snapshotOf(idle, { ...offline, ...doubtful }));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'slip', jobId: 7, slip: 'ticket', name: 'A012' });
    wire.counter.perform({ want: 'order', order: { type: 'settle-slip', jobId: 7, answer: 'printed' } });
    expect(wire.commands()).toEqual([
      { type: 'settle-slip', commandId: 'id-1', jobId: 7, answer: 'printed' },
    ]);
  });

  it('is quiet about an alert that was seen, until it comes back', () => {
    shows(snapshotOf(idle, offline));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
    wire.counter.perform({ want: 'silence-alert', code: 'central-offline' });
    expect(speaking(wire.counter.state())).toBeNull();
    shows(snapshotOf(idle, { revision: 2 }));
    shows(snapshotOf(idle, { ...offline, revision: 3 }));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
  });
});
