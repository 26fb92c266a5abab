import { describe, expect, it } from 'vitest';
import type { CounterSnapshot } from '#api';
import { alertsOf } from './alerts.ts';
import { snapshotOf } from './sample-snapshots.ts';

const well = snapshotOf({ stage: 'idle' });
const alertsWith = (change: Partial<CounterSnapshot>) => alertsOf({ ...well, ...change });
const printer = (change: Partial<CounterSnapshot['printer']>) => ({
  printer: { ...well.printer, ...change },
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
    [{ central: { link: 'offline', unsent: 3, oldestUnsentAt: null } }, ['central-offline']],
    [{ central: { link: 'none', unsent: 3, oldestUnsentAt: null } }, []],
    [{ clock: { ...well.clock, behind: true } }, ['clock-behind']],
  ] as [Partial<CounterSnapshot>, string[]][])('for %j are %j', (change, expected) => {
    expect(alertsWith(change)).toEqual(expected);
  });

  it('name the most urgent first', () => {
    const change = {
      ...reader('no-reader'),
      ...printer({ paper: 'near-end' }),
      central: { link: 'offline', unsent: 0, oldestUnsentAt: null },
    } as const;
    expect(alertsWith(change)).toEqual(['reader-no-reader', 'central-offline', 'paper-near-end']);
  });
});
