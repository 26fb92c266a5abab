import { expect, it } from 'vitest';
import { ageGrade } from './age.ts';

it.each([
  [0, 'fresh'],
  [9, 'fresh'],
  [10, 'aged'],
  [59, 'aged'],
  [60, 'old'],
] as const)('figures of %i minutes ago are %s', (minutes, grade) => {
  expect(ageGrade(minutes)).toBe(grade);
});
