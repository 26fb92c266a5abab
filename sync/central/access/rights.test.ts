import { describe, expect, it } from 'vitest';
import { type Deed, roleSchema } from '#central-api';
import type { OutletCode } from '#rules';
import { type Access, mayDo, maySee, type OutletPlace, operatorName } from './rights.ts';

const place = (outlet: string, county: string, chain: string): OutletPlace => ({
  ...{ outlet: outlet as OutletCode, county, chain },
});
const here = place('5901010058', '臺北市', '大樹');
const there = place('5931010012', '新北市', '');
const who = (role: Access['role'], scope = ''): Access => ({ name: 'somebody', role, scope });

describe('rights', () => {
  it.each<[Access, boolean, boolean]>([
    [who('authority'), true, true],
    [who('county', '臺北市'), true, false],
    [who('county', '新北市'), false, true],
    [who('chain', '大樹'), true, false],
    [who('outlet', '5931010012'), false, true],
    [who('outlet', '590101005'), false, false],
  ])('let %o see the outlets of the scope and no other', (access, seesHere, seesThere) => {
    expect([maySee(access, here), maySee(access, there)]).toEqual([seesHere, seesThere]);
  });

  it('an outlet of no known county or chain belongs to no empty scope', () => {
    expect(maySee(who('chain', ''), there)).toBe(false);
    expect(maySee(who('county', ''), place('5931010012', '', ''))).toBe(false);
  });

  it.each<[Deed, readonly Access['role'][]]>([
    ['import-outlets', ['authority']],
    ['announce-policy', ['authority']],
    ['give-access', ['authority']],
    ['announce-delivery', ['authority', 'county']],
    ['send-message', ['authority', 'county', 'chain']],
    ['make-code', ['authority', 'county', 'chain']],
    ['revoke-till', ['authority', 'county', 'chain', 'outlet']],
    ['answer-carried', ['authority', 'county', 'chain', 'outlet']],
    ['export', ['authority', 'county', 'chain', 'outlet']],
    ['read-audit', ['authority']],
  ])('%s is for %j', (deed, roles) => {
    expect(roleSchema.options.filter((role) => mayDo(who(role, 'x'), deed, null))).toEqual(roles);
  });

  it('who may do something does it to the outlets of the scope only', () => {
    expect(mayDo(who('county', '臺北市'), 'announce-delivery', here)).toBe(true);
    expect(mayDo(who('county', '臺北市'), 'announce-delivery', there)).toBe(false);
  });

  it('a backup is made by who stands at the machine', () => {
    expect(mayDo(who('authority'), 'back-up', null)).toBe(false);
    expect(mayDo({ ...who('authority'), name: operatorName }, 'back-up', null)).toBe(true);
  });
});
