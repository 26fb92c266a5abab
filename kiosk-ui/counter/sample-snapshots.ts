import type { CounterSnapshot, Session } from '#api';
import type { Day, Instant, Sellable } from '../wall.ts';

const day = (text: string) => text as Day;
const now = Date.parse('2020-03-12T10:24:00+08:00') as Instant;

/** A quiet till on the second Thursday of March 2020, for tests. */
export const snapshotOf = (session: Session, change: Partial<CounterSnapshot> = {}): CounterSnapshot => ({
  revision: 1,
  outlet: { code: '5901010058', name: '安康藥局' },
  clock: { now, day: day('2020-03-12'), behind: false },
  today: { parity: 'even', binds: 'adult-cards' },
  policy: { pack: 'leaflet-2020-03', ruleSet: 'R6', since: day('2020-03-05') },
  stock: { adult: 312, child: 96 },
  session,
  lastSale: null,
  reader: { health: 'ready', readers: [] },
  printer: { link: 'online', paper: 'ok', cover: 'closed', waiting: 0, doubtful: [] },
  central: { link: 'online', unsent: 0, oldestUnsentAt: null },
  virtual: null,
  ...change,
});

const offer = {
  adult: { kind: 'adult', most: 3, unitPrice: 5 },
  child: { kind: 'child', most: 10, unitPrice: 5 },
} as const;

const draft = { kind: 'adult', pieces: 3, total: 15, tenders: [], nextDay: day('2020-03-19') } as const;

export const mayBuyEither: Sellable = {
  verdict: 'may-buy',
  offers: [offer.adult, offer.child],
  draft: { ...draft, tenders: [] },
};
export const mayBuyAdult: Sellable = { ...mayBuyEither, offers: [offer.adult] };
export const confirmFirst: Sellable = {
  ...mayBuyAdult,
  verdict: 'confirm',
  reasons: ['check-digit-wrong'],
};

export const visitWith = (verdict: Sellable, visitId = 'v1'): Session => ({
  stage: 'verdict',
  visitId,
  verdict,
  holder: null,
});

export const mayNotVisit: Session = {
  stage: 'verdict',
  visitId: 'v1',
  verdict: { verdict: 'may-not', reason: 'bought-recently', nextDay: day('2020-02-26'), nextTime: null },
  holder: null,
};

export const soldVisit: Session = {
  stage: 'sold',
  visitId: 'v1',
  receiptNumber: '0042',
  kind: 'adult',
  pieces: 3,
  total: 15,
  tenders: [],
  nextDay: day('2020-03-19'),
  slip: 'queued',
  cardInside: true,
};

export const problem: Session = { stage: 'problem', code: 'unreadable', visitId: null };
