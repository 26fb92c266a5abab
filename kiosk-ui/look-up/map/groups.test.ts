import { expect, it } from 'vitest';
import { groupsOf } from './groups.ts';

/** A hundred outlets in a street, and one far away. */
const country = {
  size: 101,
  place: (n: number) => ({ longitude: 121.5 + n * 0.0002, latitude: n === 100 ? 22 : 25 }),
  stock: (n: number) => ({ adult: n % 2, child: 0 }),
  revision: () => 0,
};
const taiwan: [number, number, number, number] = [119, 21, 123, 26];

/** Outlets by what they are shown in: groups by how many they have, and those that stand for themselves. */
const shownAt = (zoom: number) =>
  groupsOf(country)
    .within(taiwan, zoom)
    .map(({ properties }) => ('cluster' in properties ? properties.point_count : 1));

it.each([6, 8, 9, 12, 16])('at zoom %i every outlet is shown once', (zoom) => {
  expect(shownAt(zoom).reduce((sum, outlets) => sum + outlets, 0)).toBe(101);
});

it('groups the far view, and nobody in the near one', () => {
  expect(shownAt(6).sort()).toEqual([1, 100]);
  expect(shownAt(16)).toHaveLength(101);
});

it('counts those with masks in each group', () => {
  const [group] = groupsOf(country)
    .within(taiwan, 7)
    .flatMap(({ properties }) => ('cluster' in properties ? [properties] : []));
  expect(group).toMatchObject({ point_count: 100, withMasks: 50 });
});

it('a group opens at a nearer zoom, from the far view as well', () => {
  const groups = groupsOf(country);
  for (const zoom of [6, 8, 9, 11]) {
    const [group] = groups
      .within(taiwan, zoom)
      .flatMap(({ properties }) => ('cluster' in properties ? [properties.cluster_id] : []));
    const opens = groups.opensAt(group ?? -1, zoom);
    expect(opens).toBeGreaterThan(zoom);
    expect(groups.within(taiwan, opens).length).toBeGreaterThanOrEqual(groups.within(taiwan, zoom).length);
  }
});

it('groups are made once, and anew when figures changed', () => {
  let revision = 0;
  const changing = { ...country, revision: () => revision };
  const before = groupsOf(changing);
  expect(groupsOf(changing)).toBe(before);
  revision += 1;
  expect(groupsOf(changing)).not.toBe(before);
});
