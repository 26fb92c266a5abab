import { describe, expect, it } from 'vitest';
import { createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { instant, instantOf, isoOf, leafletPolicy, type PolicyPack, timeline2020 } from '#rules';
import { createPolicyBook } from './policy-book.ts';
import { createSelling } from './selling.ts';
import type { Visitor } from './visitor.ts';

/** A till that begins before the scheme does. */
function aTill(first: PolicyPack = { ...leafletPolicy, id: 'settings' }) {
  const kit = createCounterKit(freshFolder(), { iso: '2020-02-06T09:00:00+08:00' });
  const { store, time } = kit;
  const install = (pack: PolicyPack, announced?: { number: number; effective: string }) =>
    store.transact(() =>
      store.record({ kind: 'policy-installed', pack, ...(announced && { announced }) }, time.now()),
    );
  install(first);
  const policies = createPolicyBook(store.policies);
  const selling = createSelling({ store, time, policies, slips: 'none' });
  /** What a person is offered, or why nothing. */
  const decideFor = (visitor: Visitor) => {
    const wanted = { kind: 'adult', pieces: null } as const;
    const decision = selling.decideInOrder([{ visitor, ticketId: null, wanted }])[0]?.decision;
    return decision?.verdict === 'may-not' ? decision.reason : decision?.offers;
  };
  return { ...kit, install, policies, decideFor };
}

const beginOf = (id: string): string => packOf(id).ruleSets[0]?.effective ?? '';

/** The rule set alone, as the authority would have announced it. */
const packOf = (id: string): PolicyPack => ({
  id: `announced-${id}`,
  ruleSets: timeline2020.ruleSets.filter((ruleSet) => ruleSet.id === id),
});

describe('the policy book', () => {
  /** The five times in 63 days at which what a counter decides changed. */
  const changes = ['R3', 'R5', 'R6', 'R8', 'R11'];

  it.each(changes)('changes the verdict for %s at exactly the announced second, without a line', (id) => {
    const told = changes.slice(0, changes.indexOf(id) + 1);
    const [informed, uninformed] = [told, told.slice(0, -1)].map((ids) => {
      const till = aTill(packOf('R1'));
      till.stockUp({ adult: 1000, child: 1000 });
      // All of them arrive at once, long before the first begins; from then on nobody tells the till anything.
      ids.forEach((each, n) => {
        till.install(packOf(each), { number: n + 1, effective: beginOf(each) });
      });
      return till;
    });
    const at = instantOf(beginOf(id));
    const answers = (till: typeof informed, when: number) => {
      till?.clock.set(isoOf(instant(when)));
      return JSON.stringify(people.map((visitor) => till?.decideFor(visitor)));
    };
    expect(answers(informed, at - 1)).toBe(answers(uninformed, at - 1));
    expect(answers(informed, at)).not.toBe(answers(uninformed, at));
    expect(informed?.policies.inForce(at)).toMatchObject({ pack: `announced-${id}`, ruleSet: { id } });
  });

  it('says what changes next, and nothing when nothing is announced', () => {
    const { install, policies, time } = aTill();
    expect(policies.next(time.now())).toMatchObject({ pack: 'settings', ruleSet: { id: 'R6' } });
    const at = instantOf('2020-04-09T00:00:00+08:00');
    install(packOf('R11'), { number: 4, effective: '2020-04-09T00:00:00+08:00' });
    const march = instantOf('2020-03-10T00:00:00+08:00');
    expect(policies.inForce(march)).toMatchObject({ pack: 'settings', number: null, ruleSet: { id: 'R6' } });
    expect(policies.next(march)).toMatchObject({
      at,
      pack: 'announced-R11',
      number: 4,
      ruleSet: { id: 'R11' },
    });
    expect(policies.next(at)).toBeNull();
  });

  it('lets a pack of the settings stand from its entry on', () => {
    const { install, policies, clock, time } = aTill(packOf('R1'));
    clock.set('2020-03-01T12:00:00+08:00');
    const before = time.now();
    install({
      ...leafletPolicy,
      ruleSets: [{ ...packOf('R6').ruleSets[0], effective: '2020-02-01T00:00:00+08:00' }],
    } as PolicyPack);
    expect(policies.inForce(instant(before - 1)).ruleSet?.id).toBe('R1');
    expect(policies.inForce(before).ruleSet?.id).toBe('R6');
  });

  it('is the same object until another pack comes', () => {
    const { install, policies } = aTill();
    const before = policies.now();
    expect(policies.now()).toBe(before);
    install(packOf('R11'), { number: 1, effective: '2020-04-09T00:00:00+08:00' });
    expect(policies.now()).not.toBe(before);
  });
});

/** Children and adults of either parity, and somebody of sixteen. */
const people = [
  visitorNumber(8, 'child'),
  visitorNumber(9, 'child'),
  { ...visitorNumber(9), holder: { lastDigit: 9, birthYear: 2004, checkDigit: 'right' as const } },
  visitorNumber(7),
  visitorNumber(8),
];
