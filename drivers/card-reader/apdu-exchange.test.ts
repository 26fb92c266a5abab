import { expect, it } from 'vitest';
import { beginExchange, continueExchange, type Exchange } from './apdu-exchange.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex').toUpperCase();

const select = '00A4040010D1580000010000000000000000001100';
const getData = '00CA1100020000';

/** Plays answers to the exchange; returns what was sent, and the end if it came. */
function play(answers: readonly string[]) {
  let exchange: Exchange = beginExchange();
  const sent: string[] = [];
  for (const answer of answers) {
    if (exchange.at !== 'end') sent.push(hex(exchange.send));
    exchange = continueExchange(exchange, bytes(answer));
  }
  return { sent, next: exchange.at === 'end' ? null : hex(exchange.send), exchange };
}

const end = (answers: readonly string[]) => {
  const { exchange } = play(answers);
  if (exchange.at !== 'end') throw new Error('the exchange is still under way');
  const { result } = exchange;
  return result.type === 'answered' ? hex(result.body) : result;
};

it('selects, then asks for the data', () => {
  expect(play(['9000', 'AABB9000']).sent).toEqual([select, getData]);
  expect(end(['9000', 'AABB9000'])).toBe('AABB');
});

it.each([
  ['fetches a waiting answer', ['9000', '6102'], '00C0000002'],
  ['fetches what waits after SELECT as well', ['6110'], '00C0000010'],
  ['repeats with the right length', ['9000', '6C39'], `${getData}39`],
  ['repeats SELECT with the right length', ['6C10'], `${select}10`],
  ['corrects the length of a GET RESPONSE', ['9000', '6102', '6C03'], '00C0000003'],
  ['asks for the data after the selection was fetched', ['6110', '6F009000'], getData],
] as const)('%s', (_, answers, next) => {
  expect(play(answers).next).toBe(next);
});

it.each([
  ['drops what came with the selection', ['6F009000', 'AA9000'], 'AA'],
  ['joins an answer in pieces', ['9000', 'AA6101', 'BB9000'], 'AABB'],
  ['takes the repeated answer only', ['9000', '6C02', 'AABB9000'], 'AABB'],
  ['gives an empty body', ['9000', '9000'], ''],
] as const)('%s', (_, answers, body) => {
  expect(end(answers)).toBe(body);
});

it.each([
  [['6A82'], { type: 'refused', step: 'select', statusWord: '6A82' }],
  [['9000', '6A88'], { type: 'refused', step: 'get-data', statusWord: '6A88' }],
  [['9001'], { type: 'refused', step: 'select', statusWord: '9001' }],
  [[''], { type: 'no-answer', step: 'select' }],
  [['9000', '90'], { type: 'no-answer', step: 'get-data' }],
] as const)('ends at %j', (answers, result) => {
  expect(end(answers)).toEqual(result);
});

it.each(['6101', '6C01'])('ends with a chip that says %s for ever', (answer) => {
  expect(end(Array(20).fill(answer))).toEqual({ type: 'endless', step: 'select' });
});

it('ignores every answer after the end', () => {
  for (const late of ['9000', '6102', '6C39', '', '6A82']) {
    expect(end(['9000', 'AA9000', late])).toBe('AA');
  }
});
