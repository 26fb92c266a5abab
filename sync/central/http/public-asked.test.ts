import { describe, expect, it } from 'vitest';
import { publicAsked } from './public-asked.ts';

const asked = (search: string, accept = '') => publicAsked(`/${search}`, accept, 2020);
const nothing = { q: '', county: '', town: '', after: 0 };

describe('what is asked of the public page', () => {
  it('is nothing in particular at first, in Chinese', () => {
    expect(asked('')).toEqual({ language: 'zh', query: nothing, asked: null });
  });

  it('is a search by its parts', () => {
    const { query } = asked(
      '?q=%E5%AE%89+%E5%BA%B7&county=%E8%87%BA%E5%8C%97%E5%B8%82&town=%E5%A4%A7%E5%AE%89%E5%8D%80&has=child&after=60',
    );
    expect(query).toEqual({ q: '安 康', county: '臺北市', town: '大安區', has: 'child', after: 60 });
  });

  it.each([
    '?has=both',
    '?after=-1',
    '?after=x',
    '?after=1e999',
    '?q=%FF',
    '?colour=red',
    '?lang=xx',
    '?&&=',
    '?has=&after=',
  ])('and what makes no sense in it is left aside: %s', (search) => {
    expect(asked(search)).toEqual({ language: 'zh', query: nothing, asked: null });
  });

  it('is cut where it is longer than a search', () => {
    expect(asked(`?q=${'x'.repeat(5_000)}`).query.q).toHaveLength(60);
    expect(asked(`?q=${encodeURIComponent(`x${'𠮷'.repeat(100)}`)}`).query.q).toBe(`x${'𠮷'.repeat(29)}`);
  });

  it.each([
    ['?digit=7&born=1990', { digit: 7, bornIn: 1990 }],
    ['?digit=0&born=79', { digit: 0, bornIn: 1990 }],
    ['?digit=0&born=109', { digit: 0, bornIn: 2020 }],
    ['?digit=0&born=2020', { digit: 0, bornIn: 2020 }],
    ['?digit=0&born=2021', null],
    ['?digit=0&born=110', null],
    ['?digit=0&born=1', { digit: 0, bornIn: 1912 }],
    ['?digit=0&born=1880', null],
    ['?digit=10&born=1990', null],
    ['?digit=&born=1990', null],
    ['?digit=7', null],
    ['?digit=A123456789&born=1990', null],
  ])('is whose turn it is, by either count of years: %s', (search, expected) => {
    expect(asked(search).asked).toEqual(expected);
  });

  it.each([
    ['', 'th-TH,th;q=0.9,en;q=0.8', 'th'],
    ['', 'fr, en;q=0.5, vi;q=0.7', 'vi'],
    ['', 'fr', 'zh'],
    ['', 'en;q=0, id', 'id'],
    ['', 'zh-Hant-TW', 'zh'],
    ['?lang=en', 'th', 'en'],
    ['?lang=EN-gb', 'th', 'en'],
    ['?lang=fr', 'th', 'th'],
    ['', ';;;q=,,q=x', 'zh'],
  ])('is answered in the language that is wanted: %s, %s', (search, accept, language) => {
    expect(asked(search, accept).language).toBe(language);
  });
});
