import { describe, expect, it } from 'vitest';
import { mapAddress, pageAddress, parametersOf, telephone } from './address.ts';
import { ageWords } from './age-words.ts';
import { distanceText, metresBetween } from './distance.ts';
import { createFamily } from './family.ts';
import { ageAt, type Instant } from './figures.ts';
import { weekOf } from './hours.ts';
import { createPageClock } from './page-clock.ts';
import { lookUpEn } from './words/en.ts';
import { lookUpZh } from './words/zh.ts';

const at = (ms: number) => ms as Instant;
const minutes = 60_000;

describe('an age', () => {
  const freshness = { agedAfterMs: 10 * minutes, oldAfterMs: 60 * minutes };
  it.each([
    [0, { tone: 'fresh', minutes: 0 }],
    [10 * minutes - 1, { tone: 'fresh', minutes: 9 }],
    [10 * minutes, { tone: 'aged', minutes: 10 }],
    [60 * minutes, { tone: 'old', minutes: 60 }],
    [-5, { tone: 'fresh', minutes: 0 }],
  ])('after %i ms is %j', (ms, age) => {
    expect(ageAt(at(1e12), at(1e12 + ms), freshness)).toEqual(age);
  });

  it('is unknown where nobody was heard', () => {
    expect(ageAt(null, at(0), freshness)).toEqual({ tone: 'never' });
  });

  it('is said in the largest unit', () => {
    expect([3, 119, 150, 4000].map((age) => ageWords(lookUpZh, age))).toEqual([
      ...['3 分鐘', '119 分鐘', '2 小時', '2 天'],
    ]);
    expect(ageWords(lookUpEn, 1)).toBe('1 minute');
  });
});

describe('a distance', () => {
  it('is that of the globe', () => {
    const taipei = { longitude: 121.517, latitude: 25.0478 };
    const kaohsiung = { longitude: 120.302, latitude: 22.6393 };
    expect(metresBetween(taipei, kaohsiung) / 1000).toBeCloseTo(295, -1);
    expect(metresBetween(taipei, taipei)).toBe(0);
  });

  it.each([
    [3, '10 m'],
    [344, '340 m'],
    [994, '990 m'],
    [996, '1.0 km'],
    [1234, '1.2 km'],
    [9960, '10 km'],
    [34_400, '34 km'],
  ])('of %d metres is %s', (metres, text) => {
    expect(distanceText(metres)).toBe(text);
  });
});

describe('an address of the page', () => {
  it('leaves out what is empty', () => {
    expect(pageAddress('zh', { q: ' ', county: '', town: '板橋區' })).toBe('/');
    expect(pageAddress('vi', { q: 'a b', after: 30 }, 'list')).toBe('/?q=a+b&after=30&lang=vi#list');
    expect(parametersOf({ county: '新北市', town: '板橋區', has: 'child' }).toString()).toBe(
      new URLSearchParams({ county: '新北市', town: '板橋區', has: 'child' }).toString(),
    );
  });

  it('dials numbers and no words', () => {
    expect(telephone('(02)2577-4551')).toBe('tel:0225774551');
    expect(telephone('０２－２５７７４５５１#12')).toBe('tel:0225774551,12');
    expect(telephone('javascript:alert(1)')).toBeNull();
    expect(telephone('')).toBeNull();
  });

  it('points to the place, or else to the address', () => {
    expect(mapAddress({ latitude: 25, longitude: 121 }, 'x')).toContain('mlat=25&mlon=121');
    expect(mapAddress(null, '板橋 & 1')).toContain(encodeURIComponent('板橋 & 1'));
  });
});

describe('opening hours', () => {
  it('are the outlet’s own before the authority’s', () => {
    const hours = [[], [{ from: '09:00', until: '12:00' }], [], [], [], [], []] as never;
    expect(weekOf({ hours, servicePeriods: 'N'.repeat(21) })?.parts[1]).toEqual(['09:00–12:00']);
  });

  it('are read from 21 letters, which begin on Monday', () => {
    const week = weekOf({ hours: null, servicePeriods: 'NNNNNNY' + 'NYYYYYY' + 'YYYYYYY' });
    expect(week?.parts[1]).toEqual(['morning', 'afternoon']);
    expect(week?.parts[0]).toEqual([]);
    expect(weekOf({ hours: null, servicePeriods: 'N' })).toBeNull();
  });
});

describe('the clock of a page', () => {
  it('goes by the device until the centre has said what time it is', () => {
    let [elapsed, wall] = [0, 5_000];
    const clock = createPageClock({ madeAt: at(1_000), elapsed: () => elapsed, wall: () => wall });
    expect(clock.now()).toBe(5_000);
    clock.learn(at(2_000));
    [elapsed, wall] = [30, 99_000];
    expect(clock.now()).toBe(2_030);
  });

  it('is never before the page itself', () => {
    expect(createPageClock({ madeAt: at(9_000), elapsed: () => 0, wall: () => 1 }).now()).toBe(9_000);
  });
});

describe('the family', () => {
  it('is kept only as it was keyed in, and gone when nobody wants it kept', () => {
    const kept = new Map<string, string>();
    const family = createFamily(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    }));
    expect(family.kept()).toBeNull();
    family.keep([{ digit: 3, bornIn: 1985 }]);
    expect(family.kept()).toEqual([{ digit: 3, bornIn: 1985 }]);
    kept.set('look-up-family', '[{"digit":12,"bornIn":1985},null,{"digit":1,"bornIn":2001}]');
    expect(family.kept()).toEqual([{ digit: 1, bornIn: 2001 }]);
    family.keep(null);
    expect(kept.size).toBe(0);
  });

  it('does without a memory', () => {
    const family = createFamily(() => {
      throw new Error('refused');
    });
    family.keep([]);
    expect(family.kept()).toBeNull();
  });
});
