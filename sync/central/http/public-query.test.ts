import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createQueryReader } from './public-query.ts';

const open = () => createQueryReader(z.strictObject({ q: z.string().max(2_000).default('') }));

describe('the query of a URL', () => {
  it('is what stands behind its mark, and read once however often it comes', () => {
    const read = open();
    const first = read('/outlets?q=%E5%AE%89');
    expect(first).toEqual({ query: { q: '安' } });
    expect(read('/elsewhere?q=%E5%AE%89')).toBe(first);
    expect(read('/outlets')).toEqual({ query: { q: '' } });
  });

  it('that is wrong is told so each time', () => {
    const read = open();
    for (let n = 0; n < 2; n++) expect(read('/?colour=red')).toEqual({ wrong: 'colour: no such parameter' });
  });

  it('is forgotten when thousands came since, unless it came again meanwhile', () => {
    const read = open();
    const [often, once] = [read('/?q=often'), read('/?q=once')];
    for (let n = 0; n < 5_000; n++) {
      read(`/?q=${n}`);
      read('/?q=often');
    }
    expect(read('/?q=often')).toBe(often);
    expect(read('/?q=once')).not.toBe(once);
  });

  it('is not kept where it is long', () => {
    const read = open();
    const long = `/?q=${'x'.repeat(1_500)}`;
    expect(read(long)).toEqual(read(long));
    expect(read(long)).not.toBe(read(long));
  });
});
