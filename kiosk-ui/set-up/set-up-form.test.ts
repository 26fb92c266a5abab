import { describe, expect, it } from 'vitest';
import { emptySetUp, setUpKeyed } from './set-up-form.ts';

const draft = {
  ...emptySetUp,
  code: ' ５901 010058 ',
  name: ' 仁愛藥局 ',
  phone: '02-2701-0112',
  managerName: '林淑芬',
  pin: '2580',
  pinAgain: '2580',
};

describe('the first start', () => {
  it('takes a code as people copy it', () => {
    expect(setUpKeyed(draft)).toEqual({
      setUp: {
        outletCode: '5901010058',
        name: '仁愛藥局',
        address: '',
        phone: '02-2701-0112',
        manager: { name: '林淑芬', pin: '2580' },
      },
    });
  });

  it('takes a code with a small letter in the seventh place', () => {
    expect(setUpKeyed({ ...draft, code: '590101a058' })).toMatchObject({
      setUp: { outletCode: '590101A058' },
    });
  });

  it('takes the code from the centre along, if there is one', () => {
    expect(setUpKeyed({ ...draft, enrolmentCode: 'K7QM-2FXD-9RTB' })).toMatchObject({
      setUp: { enrolmentCode: 'K7QM-2FXD-9RTB' },
    });
  });

  it.each([
    ['code', { code: '590101005' }],
    ['name', { name: '  ' }],
    ['managerName', { managerName: '' }],
    ['pin', { pin: '258', pinAgain: '258' }],
    ['pinAgain', { pinAgain: '2581' }],
  ] as const)('points at the %s that cannot be right', (fault, change) => {
    expect(setUpKeyed({ ...draft, ...change })).toEqual({ fault });
  });
});
