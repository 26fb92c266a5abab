import { expect, it } from 'vitest';
import { outcomeOf } from './read-outcome.ts';

const bankAtr = Buffer.from('3B6800000073C84000009000', 'hex');
const professionalAtr = Buffer.from('3BF91800008131FE4550565F4A3244303831B6', 'hex');
const refused = (step: 'select' | 'get-data', statusWord: string) =>
  ({ type: 'refused', step, statusWord }) as const;

it.each([
  [refused('select', '6A82'), bankAtr, 'not-nhi-card'],
  [refused('select', '6D00'), bankAtr, 'not-nhi-card'],
  [refused('select', '6E00'), bankAtr, 'not-nhi-card'],
  [refused('select', '6A86'), bankAtr, 'not-nhi-card'],
  [refused('select', '6700'), bankAtr, 'not-nhi-card'],
  [refused('select', '6A82'), professionalAtr, 'professional-card'],
  [refused('select', '6F00'), professionalAtr, 'unreadable'],
  [refused('select', '6283'), bankAtr, 'unreadable'],
  [refused('get-data', '6A82'), bankAtr, 'unreadable'],
  [{ type: 'no-answer', step: 'select' }, bankAtr, 'unreadable'],
  [{ type: 'endless', step: 'get-data' }, bankAtr, 'unreadable'],
  [{ type: 'answered', body: new Uint8Array(56) }, bankAtr, 'unreadable'],
  [{ type: 'answered', body: new Uint8Array(57) }, bankAtr, 'bad-data'],
] as const)('judges %j', (result, atr, failure) => {
  expect(outcomeOf(result, atr)).toMatchObject({ type: 'failed', failure });
});

it('reads a professional card that does hold the NHI application: the ATR turns nobody away', () => {
  const body = Buffer.from(`000000009001${' '.repeat(20)}A1234567890790415M1050301`);
  expect(outcomeOf({ type: 'answered', body }, professionalAtr).type).toBe('read');
});
