import { describe, expect, test } from 'vitest';
import {
  type Conversation,
  converse,
  type Effect,
  firstConversation,
  type Input,
  type Phase,
} from './conversation.ts';
import type { PrinterStatus, PrintOutcome } from './printer.ts';

const online: PrinterStatus = { link: 'online', paper: 'ok', cover: 'closed' };
const unreachable: PrinterStatus = { link: 'unreachable', paper: 'unknown', cover: 'unknown' };

const fine = 0x12;
const answer = (byte: number): Input => ({ type: 'answered', byte });
const processed = answer(0x00);
const tick: Input = { type: 'tick' };
const print: Input = { type: 'print' };
const lost: Input = { type: 'lost' };
const timeOut: Input = { type: 'time-out' };
const opened: Input = { type: 'opened' };
const notOpened: Input = { type: 'not-opened' };
const close: Input = { type: 'close' };
const written: Input = { type: 'written', written: 'whole' };

const open: Effect = { type: 'open' };
const hangUp: Effect = { type: 'hang-up' };
const send: Effect = { type: 'send' };
const ask = (question: 1 | 2 | 3 | 4 | 'processed'): Effect => ({ type: 'ask', question });
const end = (outcome: PrintOutcome): Effect => ({ type: 'end', outcome });
const confirmed = end({ outcome: 'confirmed' });

/** Runs the inputs one after the other and returns where that leads and all that was to be done on the way. */
function run(from: Conversation, ...inputs: Input[]): { now: Conversation; effects: Effect[] } {
  const effects: Effect[] = [];
  let now = from;
  for (const input of inputs) {
    const step = converse(now, input);
    now = step.next;
    effects.push(...step.effects);
  }
  return { now, effects };
}

const after = (...inputs: Input[]): Conversation => run(firstConversation, ...inputs).now;
const allFine = [answer(fine), answer(fine), answer(fine), answer(fine)];
const checkPassed = [...allFine, processed, answer(fine)];

const places = {
  apart: firstConversation,
  opening: after(tick),
  openingWithJob: after(print),
  asking: after(tick, opened),
  askingWithJob: after(print, opened),
  resting: after(tick, opened, ...allFine),
  sending: after(print, opened, ...checkPassed),
  confirming: after(print, opened, ...checkPassed, written),
  askingInJob: after(print, opened, ...checkPassed, written, tick),
  closed: after(close),
} as const;

test('a whole job, from no line at all to its confirmation', () => {
  const { now, effects } = run(firstConversation, print, opened, ...checkPassed, written, processed);
  expect(effects).toEqual([open, ask(1), ask(2), ask(3), ask(4), ask('processed'), ask(1), send, confirmed]);
  expect(now).toEqual({ phase: { at: 'resting' }, status: online });
});

describe('a step', () => {
  test.each<[keyof typeof places, string, Input, Phase['at'], Effect[]]>([
    ['apart', 'a tick', tick, 'opening', [open]],
    ['apart', 'a job', print, 'opening', [open]],
    ['opening', 'a line', opened, 'asking', [ask(1)]],
    ['opening', 'no line', notOpened, 'apart', [hangUp]],
    ['opening', 'a job', print, 'opening', []],
    [
      'openingWithJob',
      'no line',
      notOpened,
      'apart',
      [hangUp, end({ outcome: 'not-printed', reason: 'unreachable' })],
    ],
    ['openingWithJob', 'close', close, 'closed', [hangUp, end({ outcome: 'not-printed', reason: 'closed' })]],
    ['asking', 'an answer', answer(fine), 'asking', [ask(2)]],
    ['asking', 'no answer', timeOut, 'apart', [hangUp]],
    ['asking', 'the line lost', lost, 'apart', [hangUp]],
    ['asking', 'a job', print, 'asking', []],
    [
      'askingWithJob',
      'no answer',
      timeOut,
      'apart',
      [hangUp, end({ outcome: 'not-printed', reason: 'unreachable' })],
    ],
    [
      'askingWithJob',
      'the line lost',
      lost,
      'apart',
      [hangUp, end({ outcome: 'not-printed', reason: 'unreachable' })],
    ],
    ['askingWithJob', 'close', close, 'closed', [hangUp, end({ outcome: 'not-printed', reason: 'closed' })]],
    ['resting', 'a tick', tick, 'asking', [ask(1)]],
    ['resting', 'a job', print, 'asking', [ask(1)]],
    ['resting', 'the line lost', lost, 'apart', [hangUp]],
    ['resting', 'close', close, 'closed', [hangUp]],
    ['sending', 'all bytes taken', written, 'confirming', []],
    ['sending', 'a confirmation that overtakes', processed, 'resting', [confirmed]],
    [
      'sending',
      'the line lost',
      lost,
      'apart',
      [hangUp, end({ outcome: 'doubtful', reason: 'connection-lost' })],
    ],
    [
      'sending',
      'a broken write',
      { type: 'written', written: 'broken' },
      'apart',
      [hangUp, end({ outcome: 'doubtful', reason: 'connection-lost' })],
    ],
    [
      'sending',
      'a stalled write',
      { type: 'written', written: 'stalled' },
      'apart',
      [hangUp, end({ outcome: 'doubtful', reason: 'no-answer' })],
    ],
    ['sending', 'close', close, 'closed', [hangUp, end({ outcome: 'doubtful', reason: 'connection-lost' })]],
    ['confirming', 'the confirmation', processed, 'resting', [confirmed]],
    ['confirming', 'a tick', tick, 'confirming', [ask(1)]],
    [
      'confirming',
      'the line lost',
      lost,
      'apart',
      [hangUp, end({ outcome: 'doubtful', reason: 'connection-lost' })],
    ],
    [
      'confirming',
      'no confirmation',
      timeOut,
      'apart',
      [hangUp, end({ outcome: 'doubtful', reason: 'no-answer' })],
    ],
    [
      'confirming',
      'close',
      close,
      'closed',
      [hangUp, end({ outcome: 'doubtful', reason: 'connection-lost' })],
    ],
    ['askingInJob', 'the confirmation', processed, 'asking', [confirmed]],
    ['askingInJob', 'an answer', answer(fine), 'confirming', [ask(2)]],
    ['closed', 'a job', print, 'closed', [end({ outcome: 'not-printed', reason: 'closed' })]],
  ])('%s, on %s', (place, _name, input, at, effects) => {
    const step = converse(places[place], input);
    expect(step.next.phase.at).toBe(at);
    expect(step.effects).toEqual(effects);
  });
});

describe('an input that means nothing changes nothing', () => {
  test.each<[keyof typeof places, Input[]]>([
    ['apart', [timeOut, opened, notOpened, lost, processed, written]],
    ['opening', [tick, timeOut, lost, answer(fine), written]],
    ['asking', [tick, opened, notOpened, written, processed, answer(0x11)]],
    ['resting', [timeOut, opened, notOpened, processed, answer(fine), written]],
    ['sending', [tick, timeOut, opened, notOpened, print, answer(fine), answer(0x13)]],
    ['confirming', [opened, notOpened, print, written, answer(fine), answer(0x11)]],
    ['askingInJob', [tick, print, written, answer(0xff)]],
    ['closed', [tick, timeOut, opened, notOpened, lost, processed, written, close]],
  ])('%s', (place, inputs) => {
    for (const input of inputs) {
      expect(converse(places[place], input)).toEqual({ next: places[place], effects: [] });
    }
  });
});

describe('what stands in the way of a job', () => {
  test.each<[string, number[], PrinterStatus, PrintOutcome]>([
    [
      'no paper',
      [0x1a, 0x32, 0x12, 0x7e],
      { link: 'offline', paper: 'out', cover: 'closed' },
      { outcome: 'not-printed', reason: 'paper-out' },
    ],
    [
      'an open cover',
      [0x1a, 0x16, 0x12, 0x12],
      { link: 'offline', paper: 'ok', cover: 'open' },
      { outcome: 'not-printed', reason: 'cover-open' },
    ],
    [
      'an error',
      [0x1a, 0x52, 0x32, 0x12],
      { link: 'offline', paper: 'ok', cover: 'closed' },
      { outcome: 'not-printed', reason: 'offline' },
    ],
  ])('%s: not one byte is sent', (_name, bytes, status, outcome) => {
    const { now, effects } = run(places.resting, print, ...bytes.map(answer));
    expect(effects).toEqual([ask(1), ask(2), ask(3), ask(4), end(outcome)]);
    expect(now).toEqual({ phase: { at: 'resting' }, status });
  });

  test('paper near its end does not', () => {
    const nearEnd = [answer(fine), answer(fine), answer(fine), answer(0x1e), processed, answer(fine)];
    const { now, effects } = run(places.resting, print, ...nearEnd);
    expect(effects).toContainEqual(send);
    expect(now.status.paper).toBe('near-end');
  });

  test('a printer that goes offline while it is asked stops the job before its first byte', () => {
    const { effects } = run(places.resting, print, ...allFine, processed, answer(0x1a));
    expect(effects.at(-1)).toEqual(end({ outcome: 'not-printed', reason: 'offline' }));
    expect(effects).not.toContainEqual(send);
  });
});

test('paper that ends in mid-job is learnt from the status, and leaves doubt', () => {
  const bytes = [0x1a, 0x32, 0x12, 0x7e];
  const { now, effects } = run(places.askingInJob, ...bytes.map(answer));
  expect(effects.at(-1)).toEqual(end({ outcome: 'doubtful', reason: 'paper-out' }));
  expect(now).toEqual({
    phase: { at: 'resting' },
    status: { link: 'offline', paper: 'out', cover: 'closed' },
  });
});

test('a healthy status in mid-job goes on waiting for the confirmation', () => {
  const { now } = run(places.askingInJob, ...allFine);
  expect(now.phase).toEqual({ at: 'confirming', round: null });
});

test('a job that comes during a poll has a check of its own', () => {
  const { now, effects } = run(places.asking, print, ...allFine);
  expect(effects).toEqual([ask(2), ask(3), ask(4), ask(1)]);
  expect(now.phase).toMatchObject({ at: 'asking', job: 'next' });
});

test('an open question is waited for after a confirmation, so that answers keep to their questions', () => {
  const { now, effects } = run(places.askingInJob, processed, answer(fine), answer(fine));
  expect(effects).toEqual([confirmed, ask(2), ask(3)]);
  expect(now.phase.at).toBe('asking');
});

test('the late confirmation of an earlier, doubtful job does not confirm the next one', () => {
  const late = processed;
  const { now, effects } = run(places.resting, print, ...allFine, late, processed, answer(fine), written);
  expect(effects).not.toContainEqual(confirmed);
  expect(now.phase.at).toBe('confirming');
});

test('a printer that cannot be reached is nothing but unreachable', () => {
  expect(converse(places.askingInJob, lost).next.status).toEqual(unreachable);
  expect(converse(places.opening, notOpened).next.status).toEqual(unreachable);
});
