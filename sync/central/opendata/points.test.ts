import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { instantOf, type OutletCode } from '#rules';
import { type PlacedOutlet, pointFeature, pointsFile } from './points.ts';

const sample = new URL('../../../../shared/data/points.kiang.sample.json', import.meta.url);

const outlet: PlacedOutlet = {
  outlet: '0145080011' as OutletCode,
  name: '示範衛生所',
  phone: '(03)0000000',
  address: '花蓮縣豐濱鄉示範路１號',
  pieces: { adult: 1640, child: 0 },
  updatedAt: instantOf('2021-02-28T18:23:26+08:00'),
  longitude: 121.5,
  latitude: 23.6,
  note: '',
  ownNote: '',
  website: '',
  county: '花蓮縣',
  town: '豐濱鄉',
  village: '',
  servicePeriods: 'NNNNNNNNNNNNNYNNNNNNY',
};
const order =
  'id name phone address mask_adult mask_child updated available note custom_note website county town cunli service_periods';

it('keeps the order of the properties, and the code a text', () => {
  const { properties, geometry } = JSON.parse(pointFeature(outlet));
  expect(Object.keys(properties).join(' ')).toBe(order);
  expect(properties).toMatchObject({ id: '0145080011', mask_adult: 1640, updated: '2021/02/28 18:23:26' });
  expect(geometry).toEqual({ type: 'Point', coordinates: [121.5, 23.6] });
});

it('says when an outlet is open, and nothing where it is not known', () => {
  const available = (servicePeriods: string) =>
    JSON.parse(pointFeature({ ...outlet, servicePeriods })).properties.available;
  expect(available(outlet.servicePeriods)).toMatch(/^星期一上午看診、.*星期日下午休診、.*星期日晚上休診$/);
  expect(available('')).toBe('');
});

it('an outlet that was never heard has no time', () => {
  expect(JSON.parse(pointFeature({ ...outlet, updatedAt: null })).properties.updated).toBe('');
});

it('is a feature collection, an empty one too', () => {
  expect(JSON.parse(pointsFile([]).toString())).toEqual({ type: 'FeatureCollection', features: [] });
  expect(
    JSON.parse(pointsFile([pointFeature(outlet), pointFeature(outlet)]).toString()).features,
  ).toHaveLength(2);
});

/** A feature as the community's file has it, byte for byte, of an outlet that is invented. */
const invented =
  '{"type":"Feature","properties":{"id":"0145080011","name":"示範衛生所","phone":"(03)0000000",' +
  '"address":"花蓮縣豐濱鄉示範路１號","mask_adult":1640,"mask_child":0,"updated":"2021/02/28 18:23:26",' +
  '"available":"","note":"08：00-22：00，口罩販售同營業時間。","custom_note":"示範","website":"https://example.org",' +
  '"county":"花蓮縣","town":"豐濱鄉","cunli":"示範村","service_periods":"NNNNNNNNNNNNNYNNNNNNY"},' +
  '"geometry":{"type":"Point","coordinates":[121.604473,23.975465]}}';

const features = (): readonly (readonly [string, string])[] => {
  const known: readonly unknown[] = existsSync(sample)
    ? JSON.parse(readFileSync(sample, 'utf8')).features
    : [];
  return [
    ['an invented one', invented],
    ...known.map((each, i) => [`${i + 1}`, JSON.stringify(each)] as const),
  ];
};

it.each(features())("says of a feature of the community's what it says: %s", (_, text) => {
  const feature = JSON.parse(text);
  const { properties: p, geometry } = feature;
  const made = pointFeature({
    outlet: p.id,
    ...{ name: p.name, phone: p.phone, address: p.address, note: p.note, ownNote: p.custom_note },
    pieces: { adult: p.mask_adult, child: p.mask_child },
    updatedAt: instantOf(`${p.updated.replaceAll('/', '-').replace(' ', 'T')}+08:00`),
    longitude: geometry.coordinates[0],
    latitude: geometry.coordinates[1],
    ...{ website: p.website, county: p.county, town: p.town, village: p.cunli },
    servicePeriods: p.service_periods,
  });
  // In one of the samples the sentence and the letters are of different days, so it is left to the test above.
  const { available } = JSON.parse(made).properties;
  expect(made).toBe(JSON.stringify({ ...feature, properties: { ...p, available } }));
});
