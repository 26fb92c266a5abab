import { type PolicyPack, policyPackSchema, type RuleSet } from './policy.ts';

const r1: RuleSet = {
  id: 'R1',
  effective: '2020-02-06T09:00:00+08:00',
  allowance: { adult: { pieces: 2, days: 7 }, child: { pieces: 2, days: 7 } },
  childCardMaxAge: 12,
  childMasksFor: 'child-cards',
  weekdayBinds: 'everybody',
  unitPrice: 5,
  // One card of somebody else's, of either age.
  proxy: { adultCards: 1, childCards: 1, cards: 1 },
  subsidy: { perDay: 800, perPerson: 0 },
};

const r3: RuleSet = {
  ...r1,
  id: 'R3',
  effective: '2020-02-20T00:00:00+08:00',
  allowance: { adult: { pieces: 2, days: 7 }, child: { pieces: 4, days: 7 } },
};
const r4: RuleSet = { ...r3, id: 'R4', effective: '2020-02-22T00:00:00+08:00', childCardMaxAge: 13 };
const r5: RuleSet = {
  ...r4,
  id: 'R5',
  effective: '2020-02-27T00:00:00+08:00',
  weekdayBinds: 'adult-cards',
  proxy: { adultCards: 1, childCards: 3 },
};
const r6: RuleSet = {
  ...r5,
  id: 'R6',
  effective: '2020-03-05T00:00:00+08:00',
  allowance: { adult: { pieces: 3, days: 7 }, child: { pieces: 5, days: 7 } },
};
const r8: RuleSet = { ...r6, id: 'R8', effective: '2020-03-19T07:00:00+08:00', childCardMaxAge: 16 };
const r11: RuleSet = {
  ...r8,
  id: 'R11',
  effective: '2020-04-09T00:00:00+08:00',
  allowance: { adult: { pieces: 9, days: 14 }, child: { pieces: 10, days: 14 } },
  childMasksFor: 'any-card',
  weekdayBinds: 'nobody',
  subsidy: { perDay: 0, perPerson: 5.5 },
};
const r15: RuleSet = {
  ...r11,
  id: 'R15',
  effective: '2020-04-23T00:00:00+08:00',
  childMasksFor: 'child-cards',
};
const r17: RuleSet = { ...r15, id: 'R17', effective: '2020-06-01T00:00:00+08:00' };

/**
 * The dated rule sets of 2020 that changed what a counter decides. Not listed: the openings of online ordering, kiosks
 * and airport shops (R2, R7, R16), which left these rules as they were.
 */
export const timeline2020: PolicyPack = policyPackSchema.parse({
  id: 'timeline-2020',
  ruleSets: [r1, r3, r4, r5, r6, r8, r11, r15, r17],
});

/** The leaflet of March 2020: adults 3 in 7 days, children 5 in 7 days, 13 and under on any day. */
export const leafletPolicy: PolicyPack = policyPackSchema.parse({ id: 'leaflet-2020-03', ruleSets: [r6] });

/** The packs that ship with the program, by the name that the configuration uses. */
export const shippedPolicies: Readonly<Record<string, PolicyPack>> = {
  leaflet: leafletPolicy,
  'timeline-2020': timeline2020,
};
