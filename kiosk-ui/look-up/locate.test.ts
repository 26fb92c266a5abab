import { expect, it } from 'vitest';
import { locate } from './locate.ts';

const never = () => () => {};
const at = { coords: { longitude: 121.5, latitude: 25 } } as GeolocationPosition;
const fault = (code: number) => ({ code, PERMISSION_DENIED: 1 }) as GeolocationPositionError;

it('a place is as the browser says it', async () => {
  const geolocation: Pick<Geolocation, 'getCurrentPosition'> = { getCurrentPosition: (found) => found(at) };
  expect(await locate({ geolocation, after: never })).toEqual({ longitude: 121.5, latitude: 25 });
});

it.each([
  ['refused', 1],
  ['silent', 2],
  ['silent', 3],
])('%s is what fault %i comes to', async (said, code) => {
  const geolocation: Pick<Geolocation, 'getCurrentPosition'> = {
    getCurrentPosition: (_, failed) => failed?.(fault(code)),
  };
  expect(await locate({ geolocation, after: never })).toBe(said);
});

it('a browser that never answers counts as silent after a while, and one without places at once', async () => {
  let giveUp = () => {};
  const asked = locate({
    geolocation: { getCurrentPosition: () => {} },
    after(_, then) {
      giveUp = then;
      return () => {};
    },
  });
  giveUp();
  expect(await asked).toBe('silent');
  expect(await locate({ geolocation: undefined, after: never })).toBe('silent');
});
