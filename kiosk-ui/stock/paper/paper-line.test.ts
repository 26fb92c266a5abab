import { describe, expect, it } from 'vitest';
import { type LineDraft, lineKeyed, nextLine } from './paper-line.ts';

const draft: LineDraft = {
  formNumber: '12',
  line: '3',
  day: '2020-03-11',
  time: '0935',
  document: 'identity-card',
  birthYear: '79',
  kind: 'adult',
  pieces: '3',
};

describe('a line of a paper form', () => {
  it('goes to the till with the time that was written, and neither compared nor contested', () => {
    expect(lineKeyed(draft, ' a１23456789 ', 2020)).toEqual({
      line: {
        type: 'enter-paper-sale',
        soldAt: Date.parse('2020-03-11T09:35:00+08:00'),
        document: 'identity-card',
        number: 'A123456789',
        birthYear: 1990,
        kind: 'adult',
        pieces: 3,
        formLine: '12-3',
        compared: false,
        contested: false,
      },
    });
  });

  it.each([
    ['formNumber', { formNumber: ' ' }],
    ['line', { line: '0' }],
    ['day', { day: '' }],
    ['time', { time: '2560' }],
    ['birthYear', { birthYear: '1990' }],
    ['pieces', { pieces: '' }],
    ['pieces', { pieces: '101' }],
  ] as const)('stays on the page while its %s is unclear', (unclear, change) => {
    expect(lineKeyed({ ...draft, ...change }, 'A123456789', 2020)).toEqual({ unclear });
  });

  it('stays on the page without a number', () => {
    expect(lineKeyed(draft, '  ', 2020)).toEqual({ unclear: 'number' });
  });

  it('is followed by the next line of the same form and day', () => {
    expect(nextLine(draft)).toEqual({ ...draft, line: '4', time: '', birthYear: '', pieces: '' });
  });
});
