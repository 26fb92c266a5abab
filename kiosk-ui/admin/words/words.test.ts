import { describe, expect, it } from 'vitest';
import { deeds } from '#central-api';
import { adminRefusals } from '../../../sync/central/http/admin/asking.ts';
import type { Day } from '../wall.ts';
import { adminEn } from './en.ts';
import { refusalsEn, refusalsZh } from './refusals.ts';
import { adminZh } from './zh.ts';

/** What only programs with a token or the commands at the machine are told. */
const notForPeople = ['unknown-token', 'not-found', 'unknown-access', 'too-large', 'backup-failed'];

describe.each([
  ['Chinese', adminZh, refusalsZh],
  ['English', adminEn, refusalsEn],
])("the centre's page in %s", (_, words, refusals) => {
  it('has a sentence for every refusal that a person can meet', () => {
    const met = Object.keys(adminRefusals).filter((code) => !notForPeople.includes(code));
    expect(met.filter((code) => !(code in refusals))).toEqual([]);
  });

  it('names every deed of the audit', () => {
    expect(Object.keys(words.audit.deeds).sort()).toEqual([...deeds].sort());
  });

  it('says of a deed in a sentence what was done', () => {
    const day = '2020-03-13' as Day;
    const said = words.audit.fact({ of: 'delivery', day, to: 80, adult: 600, child: 200 }, (code) => code);
    expect(said).toBe(
      words.lang === 'en'
        ? 'for 2020-03-13, 80 outlets, adult 600, child 200'
        : '3/13，80 家，成人 600、兒童 200',
    );
    const who = words.audit.person('王小美 (county 新北市)');
    expect(who).toBe(words.lang === 'en' ? '王小美 (county 新北市)' : '王小美（縣市 新北市）');
  });

  it('does not raise its voice', () => {
    expect(JSON.stringify({ words, refusals })).not.toMatch(/[!！]/);
  });
});
