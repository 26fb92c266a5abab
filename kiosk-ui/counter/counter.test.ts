import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CounterSnapshot, GateSnapshot, Reply } from '#api';
import { createOutbox } from '../link/outbox.ts';
import { defaultPreferences } from '../preferences.ts';
import { type Counter, createCounter } from './counter.ts';
import {
  confirmed,
  confirmFirst,
  idle,
  mayBuyAdult,
  mayBuyEither,
  mayNot,
  now,
  problem,
  snapshotOf,
  soldVisit,
  visitOf,
  visitWith,
} from './sample-snapshots.ts';
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
const goodsIn = (adult: number) =>
  counter.perform({
    want: 'order',
    order: { type: 'goods-in', adult, child: 200, onSaleFrom: null, expected: null, note: '' },
  });

describe('selling', () => {
  it('sends what the screen shows and waits for the answer', async () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([
      { type: 'sell', visitId: 'v1', lines: [{ lineId: 'l1', kind: 'adult', pieces: 3 }] },
    ]);
    expect(counter.state().awaiting).toBe('sell');
    await answered({ ok: true });
  });

  it('sells every line that may buy and leaves the refused one out', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot, confirmed])));
    counter.perform({ want: 'sell' });
    expect(commands()).toMatchObject([{ type: 'sell', lines: [{ lineId: 'l1' }, { lineId: 'l3' }] }]);
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
    expect(counter.state().notice).toEqual({ about: 'confirm-first', place: 1, of: 1 });
  });

  it('brings the doubtful card into the field where another one is shown', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, confirmFirst, mayBuyAdult])));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([{ type: 'show-line', visitId: 'v1', lineId: 'l2' }]);
    expect(counter.state().notice).toEqual({ about: 'confirm-first', place: 2, of: 3 });
  });

  it('ends the visit where no card may buy', () => {
    shows(snapshotOf(visitOf([mayNot, mayNot])));
    counter.perform({ want: 'sell' });
    expect(commands()).toEqual([{ type: 'dismiss' }]);
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
    counter.perform(intent);
    expect(commands()).toEqual([command]);
  });

  it('has no quantity once it is refused', () => {
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot])));
    counter.perform({ want: 'set-pieces', pieces: 1 });
    expect(commands()).toEqual([]);
  });
});

describe('snapshots', () => {
  it('replace older ones and not newer ones', () => {
    shows(snapshotOf(idle, { revision: 5 }));
    shows(snapshotOf(soldVisit, { revision: 4 }));
    expect(counter.state().snapshot?.revision).toBe(5);
  });

  it('begin again after a reconnection, whatever their revision', () => {
    shows(snapshotOf(idle, { revision: 500 }));
    counter.connection('lost');
    counter.connection('online');
    shows(snapshotOf(soldVisit, { revision: 1 }));
    expect(counter.state().snapshot?.session.stage).toBe('sold');
  });

  it('sound once for each verdict, and not for a change of quantity', () => {
    shows(snapshotOf(idle));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 2 }));
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 3 }));
    expect(play.mock.calls).toEqual([['may-buy', defaultPreferences.volume]]);
  });

  it('are silent when muted', () => {
    counter.perform({ want: 'toggle-mute' });
    shows(snapshotOf(idle));
    shows(snapshotOf(soldVisit, { revision: 2 }));
    expect(play).toHaveBeenCalledWith('sold', 0);
  });

  it('keep the visit in view while its next card is read, without anybody’s name', () => {
    const visit = visitWith(mayBuyAdult);
    shows(snapshotOf(visit));
    shows(snapshotOf({ stage: 'reading', visitId: 'v1' }, { revision: 2 }));
    expect(counter.state().joined?.lines).toMatchObject([{ lineId: 'l1', holder: null }]);
    shows(snapshotOf({ stage: 'reading', visitId: null }, { revision: 3 }));
    expect(counter.state().joined).toBeNull();
  });
});

describe('signing out', () => {
  const gate: GateSnapshot = {
    mode: 'shop',
    outlet: { code: '5901010058', name: '安康藥局' },
    operators: [],
    now,
  };

  it('leaves nothing of the shop’s on the screen', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'open', dialog: 'slips', scanned: '1090312-042' });
    counter.gate(gate);
    expect(counter.state()).toMatchObject({
      gate,
      snapshot: null,
      dialog: null,
      scanned: null,
      joined: null,
    });
  });

  it('is over with the next snapshot, whatever its revision', () => {
    shows(snapshotOf(idle, { revision: 90 }));
    counter.gate(gate);
    shows(snapshotOf(idle, { revision: 3 }));
    expect(counter.state().snapshot?.revision).toBe(3);
  });

  it('closes the dialog in which somebody else has signed in', () => {
    shows(snapshotOf(idle));
    counter.perform({ want: 'open', dialog: 'person' });
    shows(snapshotOf(idle, { revision: 2 }));
    expect(counter.state().dialog).toBe('person');
    const { you } = snapshotOf(idle);
    const other = { ...you, operatorId: 'other' as typeof you.operatorId };
    shows(snapshotOf(idle, { revision: 3, you: other }));
    expect(counter.state().dialog).toBeNull();
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
    expect(speaking(counter.state())).toEqual({ kind: 'slip', jobId: 7, slip: 'ticket', name: 'A012' });
    counter.perform({ want: 'order', order: { type: 'settle-slip', jobId: 7, answer: 'printed' } });
    expect(commands()).toEqual([{ type: 'settle-slip', commandId: 'id-1', jobId: 7, answer: 'printed' }]);
  });

  it('is quiet about an alert that was seen, until it comes back', () => {
    shows(snapshotOf(idle, offline));
    expect(speaking(counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
    counter.perform({ want: 'silence-alert', code: 'central-offline' });
    expect(speaking(counter.state())).toBeNull();
    shows(snapshotOf(idle, { revision: 2 }));
    shows(snapshotOf(idle, { ...offline, revision: 3 }));
    expect(speaking(counter.state())).toEqual({ kind: 'alert', code: 'central-offline' });
  });
});

describe('a scan', () => {
  it.each([
    ['A123456789', 'by-hand'],
    ['AC01234567', 'by-hand'],
    ['a800000014', 'by-hand'],
    ['1090312-042', 'slips'],
  ] as const)('of %s opens the dialog "%s" with it', (text, dialog) => {
    shows(snapshotOf(idle));
    counter.scanned(text);
    expect(counter.state()).toMatchObject({ dialog, scanned: text.toUpperCase() });
    expect(commands()).toEqual([]);
  });

  it.each(['4710088412345', 'A12345678', '042', 'A12345678X'])('of %s is ignored, and said so', (text) => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.scanned(text);
    expect(commands()).toEqual([]);
    expect(counter.state()).toMatchObject({ dialog: null, notice: { about: 'scanned' } });
  });

  it('does not take another dialog’s place', () => {
    shows(snapshotOf(idle));
    counter.perform({ want: 'open', dialog: 'goods-in' });
    counter.scanned('A123456789');
    expect(counter.state()).toMatchObject({ dialog: 'goods-in', scanned: null });
  });

  it('leaves no number behind once its dialog is closed', () => {
    shows(snapshotOf(idle));
    counter.scanned('A123456789');
    counter.perform({ want: 'close-dialog' });
    expect(counter.state().scanned).toBeNull();
  });

  it('means nothing while nobody is signed in', () => {
    counter.scanned('A123456789');
    expect(counter.state().dialog).toBeNull();
  });
});

describe('dialogs', () => {
  it('of goods received close when the till has booked them', async () => {
    shows(snapshotOf(idle));
    counter.perform({ want: 'open', dialog: 'goods-in' });
    goodsIn(600);
    await answered({ ok: true });
    expect(counter.state().dialog).toBeNull();
    expect(counter.state().notice).toEqual({ about: 'goods-in', adult: 600, child: 200 });
  });

  it('stay open with the reason when the till refuses', async () => {
    shows(snapshotOf(idle));
    counter.perform({ want: 'open', dialog: 'goods-in' });
    goodsIn(600);
    await answered({ ok: false, code: 'storage-full' });
    const refused = { command: 'goods-in', code: 'storage-full' };
    expect(counter.state()).toMatchObject({ dialog: 'goods-in', refused, notice: null });
    goodsIn(600);
    expect(counter.state().refused).toBeNull();
  });

  it.each([
    ['help', null],
    ['slips', null],
    ['goods-in', 'goods-in'],
    ['by-hand', 'by-hand'],
  ] as const)('of %s are %s once a card comes', (dialog, left) => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    counter.perform({ want: 'open', dialog });
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot]), { revision: 2 }));
    expect(counter.state().dialog).toBe(left);
  });

  it('for a person without a chip acknowledge the card that could not be read', () => {
    shows(snapshotOf(problem));
    counter.perform({ want: 'open', dialog: 'by-hand' });
    expect(commands()).toEqual([{ type: 'dismiss' }]);
    expect(counter.state().dialog).toBe('by-hand');
  });
});
