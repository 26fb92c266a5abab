import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
);

type Channels = readonly [number, number, number];

/** A colour token as linear light, 0 to 1 each. */
function light(name: string): Channels {
  const hex = tokens.get(name);
  if (!hex) throw new Error(`no colour named ${name}`);
  const channel = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Channels) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The contrast ratio of WCAG 2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(light(a)), luminance(light(b))].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

// Machado, Oliveira and Fernandes 2009, at full severity, on linear light.
const sight: Readonly<Record<string, readonly [Channels, Channels, Channels]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Channels, b: Channels) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** CIE L*a*b* of linear sRGB light, white D65. */
function lab(rgb: Channels): Channels {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], rgb) / 0.9505);
  const y = f(dot([0.2126, 0.7152, 0.0722], rgb));
  const z = f(dot([0.0193, 0.1192, 0.9505], rgb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('the palette', () => {
  it.each([
    ['white', 'green'],
    ['white', 'vermilion'],
    ['ink', 'amber'],
    ['ink', 'paper'],
    ['white', 'night'],
    ['on-field', 'green-field'],
    ['on-field', 'vermilion-field'],
    ['on-amber', 'amber'],
    ['dark-ink', 'dark-paper'],
    ['dark-ink', 'dark-white'],
    ['dark-white', 'dark-green'],
    ['dark-white', 'dark-vermilion'],
  ])('reads %s on %s at AAA', (text, field) => {
    expect(contrast(text, field)).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['ink', 'shade'],
    ['grey', 'paper'],
    ['grey', 'shade'],
    ['grey', 'white'],
    ['green', 'paper'],
    ['night-line', 'night'],
    ['dark-ink', 'dark-shade'],
    ['dark-grey', 'dark-paper'],
    ['dark-grey', 'dark-white'],
    ['dark-grey', 'dark-shade'],
    ['dark-green', 'dark-white'],
    ['dark-vermilion', 'dark-white'],
  ])('reads %s on %s at AA', (text, field) => {
    expect(contrast(text, field)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['column-adult', 'paper'],
    ['column-adult', 'white'],
    ['dark-column-adult', 'dark-paper'],
    ['dark-column-adult', 'dark-white'],
    ['column-child', 'dark-paper'],
  ])('draws %s on %s so that it is seen', (figure, field) => {
    expect(contrast(figure, field)).toBeGreaterThanOrEqual(3);
  });

  it.each(['column-adult', 'dark-column-adult'])('keeps %s apart from what stands on it', (adult) => {
    expect(contrast(adult, 'column-child')).toBeGreaterThan(2);
  });

  it.each(Object.entries(sight))('keeps the three verdicts apart under %s', (_, matrix) => {
    const seen = ['green', 'vermilion', 'amber'].map((name) => {
      const [r, g, b] = matrix;
      return lab([dot(r, light(name)), dot(g, light(name)), dot(b, light(name))]);
    });
    const apart = (i: number, j: number) =>
      Math.hypot(...(seen[i] ?? []).map((part, k) => part - (seen[j]?.[k] ?? 0)));
    // A step of 2 is just seen side by side; ten times that holds from across the counter and on a poor panel.
    expect(Math.min(apart(0, 1), apart(0, 2), apart(1, 2))).toBeGreaterThan(20);
  });
});
