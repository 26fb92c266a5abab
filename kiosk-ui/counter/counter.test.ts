import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterSnapshot } from '#api';
import { defaultPreferences } from '../preferences.ts';
import { counterOnAWire } from './counter-on-a-wire.ts';
import { intentOf } from './keyboard.ts';
import { inTheWay } from './messages.ts';
import {
  confirmed,
  confirmFirst,
  idle,
  mayBuyAdult,
  mayBuyEither,
  mayNot,
  messageOf,
  offline,
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
  const cut = { central: offline };
  const urgent = { messages: [messageOf(1, 'notice'), messageOf(2, 'urgent')] };
  const doubtful = {
    printer: {
      ...snapshotOf(idle).printer,
      doubtful: [{ jobId: 7, slip: 'ticket', reference: 't1', name: 'A012' } as const],
    },
  };

  it('is a doubtful slip before an alert', () => {
    shows(snapshotOf(idle, { ...cut, ...doubtful }));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'slip', jobId: 7, slip: 'ticket', name: 'A012' });
    wire.counter.perform({ want: 'order', order: { type: 'settle-slip', jobId: 7, answer: 'printed' } });
    expect(wire.commands()).toEqual([
      { type: 'settle-slip', commandId: 'id-1', jobId: 7, answer: 'printed' },
    ]);
  });

  it('is quiet about an alert that was seen, until it comes back', () => {
    shows(snapshotOf(idle, cut));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
    wire.counter.perform({ want: 'silence-alert', code: 'central-offline' });
    expect(speaking(wire.counter.state())).toBeNull();
    shows(snapshotOf(idle, { revision: 2 }));
    shows(snapshotOf(idle, { ...cut, revision: 3 }));
    expect(speaking(wire.counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
  });

  it('is an urgent message before an alert while a card is there, and a notice after it', () => {
    shows(snapshotOf(visitWith(mayBuyAdult), { ...cut, ...urgent }));
    expect(speaking(wire.counter.state())).toMatchObject({ kind: 'message', message: { urgency: 'urgent' } });
    shows(snapshotOf(visitWith(mayBuyAdult), { ...cut, messages: [messageOf(1, 'notice')], revision: 2 }));
    expect(speaking(wire.counter.state())).toMatchObject({ kind: 'alert' });
    wire.counter.perform({ want: 'silence-alert', code: 'central-offline' });
    expect(speaking(wire.counter.state())).toMatchObject({ kind: 'message', message: { urgency: 'notice' } });
  });
});

describe('an urgent message', () => {
  const message = messageOf(1, 'urgent');
  const urgent = { messages: [message] };
  const seen = () => inTheWay(wire.counter.state());

  it('stands in the way between two customers, and never over a verdict', () => {
    shows(snapshotOf(idle, urgent));
    expect(seen()).toEqual(message);
    shows(snapshotOf(visitWith(mayBuyAdult), { ...urgent, revision: 2 }));
    expect(seen()).toBeNull();
    shows(snapshotOf(soldVisit, { ...urgent, revision: 3 }));
    expect(seen()).toBeNull();
    shows(snapshotOf(idle, { ...urgent, revision: 4 }));
    expect(seen()).toEqual(message);
  });

  it('leaves what is being keyed in alone', () => {
    shows(snapshotOf(idle));
    wire.counter.perform({ want: 'open', dialog: 'goods-in' });
    shows(snapshotOf(idle, { ...urgent, revision: 2 }));
    expect(seen()).toBeNull();
  });

  it('is read by the space bar and by no other key', () => {
    shows(snapshotOf(idle, urgent));
    const meaning = (key: string) => intentOf(key, wire.counter.state());
    expect(['Enter', 'Escape', '3', 'm'].map(meaning)).toEqual([null, null, null, null]);
    expect(['F4', 'F5'].map(meaning)).toEqual([{ want: 'nothing' }, { want: 'nothing' }]);
    expect(meaning('F8')).toEqual({ want: 'switch-language' });
    expect(meaning(' ')).toEqual({
      want: 'send',
      command: { type: 'message-read', messageId: message.messageId },
    });
  });

  it('closes its dialog once it was read', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult), urgent));
    wire.counter.perform({ want: 'open', dialog: 'message' });
    wire.counter.perform({
      want: 'send',
      command: { type: 'message-read', messageId: message.messageId },
    });
    await wire.answered({ ok: true });
    expect(wire.counter.state().dialog).toBeNull();
  });
});
