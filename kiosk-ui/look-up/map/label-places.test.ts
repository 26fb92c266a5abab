import { expect, it } from 'vitest';
import { labelPlaceOf } from './label-places.ts';

const square = (west: number, south: number, size: number) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const;

it('a name stands in the middle of a land', () => {
  const { longitude, latitude, radius } = labelPlaceOf([[square(120, 24, 1)]]);
  expect(longitude).toBeCloseTo(120.5, 1);
  expect(Math.abs(latitude - 24.5)).toBeLessThan(0.1);
  expect(radius).toBeCloseTo(0.5, 1);
});

it('of many islands it stands in the largest', () => {
  const { longitude } = labelPlaceOf([
    [square(118, 24, 0.1)],
    [square(119, 23, 0.5)],
    [square(122, 22, 0.2)],
  ]);
  expect(longitude).toBeCloseTo(119.25, 1);
});

it('it does not stand in what lies within, as a city in its county', () => {
  const { longitude, latitude, radius } = labelPlaceOf([[square(120, 24, 1), square(120.3, 24.3, 0.6)]]);
  expect(longitude < 120.3 || latitude < 24.3).toBe(true);
  expect(radius).toBeLessThan(0.2);
});
