import { describe, expect, it } from 'vitest';
import { type Heard, noBurst, silence, stroke } from './scanner.ts';

/** Plays keys with the pause before each, then silence, and collects what was heard. */
function hear(keys: readonly (readonly [pause: number, key: string])[]) {
  const pressed: string[] = [];
  const scanned: string[] = [];
  let burst = noBurst;
  let at = 1000;
  const take = (heard: Heard) => {
    burst = heard.burst;
    pressed.push(...heard.pressed);
    if (heard.scanned !== null) scanned.push(heard.scanned);
  };
  for (const [pause, key] of keys) {
    at += pause;
    take(stroke(burst, { key, at }));
  }
  take(silence(burst));
  return { pressed, scanned };
}

const typed = (text: string, gap: number) => [...text].map((key) => [gap, key] as const);

describe('a person at the keyboard', () => {
  it.each([
    { keys: [[0, '3']], pressed: ['3'] },
    { keys: [[0, 'Enter']], pressed: ['Enter'] },
    {
      keys: [
        [0, '2'],
        [180, 'Enter'],
      ],
      pressed: ['2', 'Enter'],
    },
    {
      keys: [
        [0, '1'],
        [90, '2'],
        [90, '3'],
      ],
      pressed: ['1', '2', '3'],
    },
    {
      keys: [
        [0, '2'],
        [10, 'F2'],
      ],
      pressed: ['2', 'F2'],
    },
    {
      keys: [
        [0, ' '],
        [5, 'Enter'],
      ],
      pressed: [' ', 'Enter'],
    },
  ] as { keys: [number, string][]; pressed: string[] }[])('pressed $pressed', ({ keys, pressed }) => {
    expect(hear(keys)).toEqual({ pressed, scanned: [] });
  });
});

describe('a barcode scanner', () => {
  it.each([1, 8, 30, 50])('with %d ms between keys is never a quantity and never Enter', (gap) => {
    const keys = [...typed('4710088412345', gap), [gap, 'Enter'] as const];
    expect(hear(keys)).toEqual({ pressed: [], scanned: ['4710088412345'] });
  });

  it('that stumbles in the middle is still one scan', () => {
    const keys = [...typed('4710', 5), [110, '0'] as const, ...typed('88', 5), [110, 'Enter'] as const];
    expect(hear(keys)).toEqual({ pressed: [], scanned: ['4710088'] });
  });

  it('may have spaces inside its code', () => {
    expect(hear([...typed('AB 12', 5), [5, 'Enter']])).toEqual({ pressed: [], scanned: ['AB 12'] });
  });

  it('may hold Shift between its characters', () => {
    const keys = [
      [0, '1'],
      [3, 'Shift'],
      [3, 'A'],
      [3, 'Shift'],
      [3, 'B'],
      [3, 'Enter'],
    ] as const;
    expect(hear(keys)).toEqual({ pressed: [], scanned: ['1AB'] });
  });

  it('that reads a single character is told by its Enter', () => {
    expect(hear([...typed('3', 5), [5, 'Enter']])).toEqual({ pressed: [], scanned: ['3'] });
  });

  it('that sends Enter twice, or late, does not sell', () => {
    const twice = [...typed('4710', 5), [5, 'Enter'] as const, [5, 'Enter'] as const];
    expect(hear(twice)).toEqual({ pressed: [], scanned: ['4710'] });
    const late = [...typed('4710', 5), [200, 'Enter'] as const];
    expect(hear(late)).toEqual({ pressed: [], scanned: ['4710'] });
  });

  it('that sends no Enter presses nothing', () => {
    expect(hear(typed('A1239', 5))).toEqual({ pressed: [], scanned: ['A1239'] });
  });

  it('does not swallow what a person presses afterwards', () => {
    const keys = [...typed('471', 5), [5, 'Enter'] as const, [400, '2'] as const, [300, 'Enter'] as const];
    expect(hear(keys)).toEqual({ pressed: ['2', 'Enter'], scanned: ['471'] });
  });

  it('begins a new scan after the silence of the one before', () => {
    const keys = [...typed('123', 5), [500, '4'] as const, ...typed('56', 5), [5, 'Enter'] as const];
    expect(hear(keys)).toEqual({ pressed: [], scanned: ['123', '456'] });
  });
});
