import { describe, expect, it } from 'vitest';
import { deeds } from '#central-api';
import { adminRefusals } from '../../../sync/central/http/admin/asking.ts';
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

  it('does not raise its voice', () => {
    expect(JSON.stringify({ words, refusals })).not.toMatch(/[!！]/);
  });
});
