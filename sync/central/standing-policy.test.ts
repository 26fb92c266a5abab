import { expect, it } from 'vitest';
import { createTestCentre } from '#fixtures/central-kit';
import { instantOf, isoOf, leafletPolicy, type PolicyPack } from '#rules';
import { openSqliteDatabase } from './database/sqlite-database.ts';
import { turnsFrom } from './public/turns.ts';
import { createAnnouncedRules } from './standing-policy.ts';

it('rules that were announced stand from their instant on, and are known before', async () => {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  const { policies, clock } = centre;
  const rules = createAnnouncedRules({ policies, clock });
  await rules.follow();
  expect([rules.timeline(), rules.promises()]).toEqual([leafletPolicy, 'left-out']);
  const announce = async (pack: PolicyPack, effective: string) =>
    expect(await policies.announce(await policies.sign(pack, effective))).toEqual({ outcome: 'announced' });

  await announce(leafletPolicy, isoOf(clock.now()));
  const [ruleSet] = leafletPolicy.ruleSets;
  const nobody = { ...ruleSet, id: 'later', weekdayBinds: 'nobody' } as NonNullable<typeof ruleSet>;
  const later: PolicyPack = { id: 'later', publication: { promised: 'counted' }, ruleSets: [nobody] };
  await announce(later, '2020-03-14T00:00:00+08:00');
  let told = 0;
  rules.subscribe(() => told++);
  await rules.follow();
  await rules.follow();
  expect([told, rules.promises()]).toEqual([1, 'left-out']);
  expect(rules.nextFrom()).toBe(instantOf('2020-03-14T00:00:00+08:00'));
  const cards = turnsFrom(clock.now(), rules.timeline()).days.map(({ adultCards }) => adultCards.length);
  expect(cards.slice(0, 4)).toEqual([5, 5, 10, 10]);

  centre.set('2020-03-14T00:00:00+08:00');
  expect([rules.promises(), rules.nextFrom()]).toEqual(['counted', null]);
});
