import type { Place } from './figures.ts';

/** A browser whose question nobody answers says nothing at all, whatever patience it was told to have. */
const patienceMs = 20_000;

/** Where the browser says that one is. @param deps.geolocation missing where the page did not come safely */
export function locate(deps: {
  readonly geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined;
  after(ms: number, then: () => void): () => void;
}): Promise<Place | 'refused' | 'silent'> {
  const { geolocation, after } = deps;
  if (!geolocation) return Promise.resolve('silent');
  return new Promise((resolve) => {
    const callOff = after(patienceMs, () => resolve('silent'));
    const say = (said: Place | 'refused' | 'silent') => {
      callOff();
      resolve(said);
    };
    geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => say({ longitude, latitude }),
      ({ code, PERMISSION_DENIED }) => say(code === PERMISSION_DENIED ? 'refused' : 'silent'),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
