import { describe, expect, it } from 'vitest';
import type { CounterSnapshot } from '#api';
import { alertsOf } from './alerts.ts';
import { equal, halted, idle, now, offline, snapshotOf } from './sample-snapshots.ts';

const well = snapshotOf(idle);
const alertsWith = (change: Partial<CounterSnapshot>) => alertsOf({ ...well, ...change });
const printer = (change: Partial<CounterSnapshot['printer']>) => ({
  printer: { ...well.printer, ...change },
});
const care = (...cares: readonly ('none' | 'clean' | 'order')[]) => ({
  reader: {
    health: 'ready' as const,
    readers: cares.map((one) => ({ name: one, insertions: 0, readErrors: 0, care: one })),
  },
});
const state = (now: CounterSnapshot['sellingState']['state']) => ({
  sellingState: { ...well.sellingState, state: now },
});
const hour = 3_600_000;
const rulesIn = (ms: number) => ({
  policyNext: {
    ...{ pack: 'p', number: 8, ruleSet: 'R7', at: (now + ms) as typeof now },
    allowance: { adult: { pieces: 9, days: 14 }, child: { pieces: 10, days: 14 } },
  },
});
const reader = (health: CounterSnapshot['reader']['health']) => ({ reader: { health, readers: [] } });

describe('alerts', () => {
  it('are silent while all is well', () => {
    expect(alertsOf(well)).toEqual([]);
  });

  it.each([
    [reader('starting'), []],
    [reader('no-service'), ['reader-no-service']],
    [reader('service-frozen'), ['reader-service-frozen']],
    [reader('no-reader'), ['reader-no-reader']],
    [printer({ link: 'unreachable' }), ['printer-unreachable']],
    [printer({ link: 'connecting' }), []],
    [printer({ link: 'offline' }), ['printer-offline']],
    [printer({ link: 'offline', paper: 'out' }), ['paper-out']],
    [printer({ link: 'offline', cover: 'open', paper: 'out' }), ['cover-open']],
    [printer({ paper: 'near-end' }), ['paper-near-end']],
    [printer({ link: 'none', paper: 'unknown', cover: 'unknown' }), []],
    [{ central: offline }, ['central-offline']],
    [{ central: { ...offline, line: 'up', why: 'entry-in-future' } }, ['central-waiting']],
    [{ central: { ...offline, mode: 'not-enrolled', phase: null, why: null } }, ['central-not-enrolled']],
    [{ central: { ...offline, mode: 'none', phase: null, why: null } }, []],
    [{ central: { ...equal, phase: 'pushing', unsent: 2, equal: false } }, []],
    [{ central: halted('rolled-back') }, ['central-copied']],
    [{ central: halted('revoked') }, ['central-revoked']],
    [{ central: halted('bad-signature') }, ['central-not-known']],
    [{ central: halted('protocol-too-old') }, ['central-old-program']],
    [{ central: halted('broken-chain') }, ['central-damaged']],
    [{ central: halted('bad-request') }, ['central-stopped']],
    [{ central: { ...equal, refusedPolicy: { number: 8, why: 'unreadable' } } }, ['policy-refused']],
    [rulesIn(24 * hour), ['rules-change']],
    [rulesIn(24 * hour + 1), []],
    [{ clock: { ...well.clock, trust: 'behind' } }, ['clock-behind']],
    [{ clock: { ...well.clock, trust: 'jumped' } }, ['clock-jumped']],
    [{ disk: { state: 'low', freeMB: 800 } }, ['disk-low']],
    [{ disk: { state: 'full', freeMB: 3 } }, ['disk-full']],
    [{ backup: { lastAt: null, fault: 'folder-gone' } }, ['backup-folder-gone']],
    [{ dayToClose: '2020-03-11' as CounterSnapshot['dayToClose'] }, ['day-to-close']],
    [state('paused'), ['selling-paused']],
    [state('closed-today'), ['selling-closed-today']],
    [care('none', 'clean'), ['reader-clean']],
    [care('order', 'clean'), ['reader-clean', 'reader-order']],
  ] as [Partial<CounterSnapshot>, string[]][])('for %j are %j', (change, expected) => {
    expect(alertsWith(change)).toEqual(expected);
  });

  it('announce a change of rules by the time of the screen, until it is there', () => {
    const changing = { ...well, ...rulesIn(25 * hour) };
    expect(alertsOf(changing, (now + hour) as typeof now)).toEqual(['rules-change']);
    expect(alertsOf(changing, (now + 25 * hour) as typeof now)).toEqual([]);
  });

  it('name the most urgent first', () => {
    const change = {
      ...reader('no-reader'),
      ...printer({ paper: 'near-end' }),
      central: offline,
    } as const;
    expect(alertsWith(change)).toEqual(['reader-no-reader', 'central-offline', 'paper-near-end']);
  });
});
