import type { CentralView, CounterSnapshot, HolderView, LineView, MessageView, Session } from '#api';
import type { Day, Instant, MayNot, Sellable, Stage } from '../wall.ts';

const day = (text: string) => text as Day;
export const now = Date.parse('2020-03-12T10:24:00+08:00') as Instant;

/** All entries are with the centre. */
export const equal: CentralView = {
  mode: 'enrolled',
  link: 'online',
  line: 'up',
  phase: 'idle',
  why: null,
  until: null,
  unsent: 0,
  oldestUnsentAt: null,
  heardAt: now,
  equal: true,
  refusedPolicy: null,
};
export const offline: CentralView = {
  ...equal,
  link: 'offline',
  line: 'down',
  phase: 'backing-off',
  why: 'no-line',
  unsent: 3,
  oldestUnsentAt: (now - 47 * 60_000) as Instant,
  equal: false,
};
export const halted = (why: CentralView['why']): CentralView => ({
  ...{ ...offline, line: 'refused', phase: 'halted', why },
});

/** The n-th word from the centre. */
export const messageOf = (n: number, urgency: MessageView['urgency']): MessageView => ({
  messageId: `00000000-0000-4000-8000-00000000000${n}`,
  at: now,
  urgency,
  text: '明日起請改用新版紙本表單。',
  read: false,
});

/** A quiet till on the second Thursday of March 2020, for tests. */
export const snapshotOf = (session: Session, change: Partial<CounterSnapshot> = {}): CounterSnapshot => ({
  revision: 1,
  mode: 'shop',
  outlet: { code: '5901010058', name: '安康藥局' },
  you: {
    operatorId: '7d2f1a56-2b0c-4c69-9d0e-51f0f1a3b001' as CounterSnapshot['you']['operatorId'],
    name: '王藥師',
    role: 'pharmacist',
    active: true,
    lockedUntil: null,
  },
  operators: [],
  clock: { now, day: day('2020-03-12'), wall: now, trust: 'trusted' },
  today: { parity: 'even', binds: 'adult-cards' },
  policy: { pack: 'leaflet-2020-03', number: 7, ruleSet: 'R6', since: day('2020-03-05') },
  policyNext: null,
  deliveries: [],
  stock: { adult: 312, child: 96 },
  promised: { adult: 0, child: 0 },
  nextGoods: { adult: null, child: null },
  nextSellingDay: day('2020-03-13'),
  sellingState: { state: 'open', note: '', since: null },
  session,
  lastSale: null,
  tickets: [],
  serving: null,
  dayToClose: null,
  display: { language: 'en', receiptShown: null },
  reader: { health: 'ready', readers: [] },
  printer: { link: 'online', paper: 'ok', cover: 'closed', waiting: 0, doubtful: [] },
  central: equal,
  conflicts: [],
  messages: [],
  disk: { state: 'ok', freeMB: 52_000 },
  backup: { lastAt: null, fault: null },
  virtual: null,
  ...change,
});

export const idle: Session = { stage: 'idle', timedOut: false };

const offer = {
  adult: { kind: 'adult', most: 3, unitPrice: 5 },
  child: { kind: 'child', most: 10, unitPrice: 5 },
} as const;

const draft = { kind: 'adult', pieces: 3, total: 15, nextDay: day('2020-03-19') } as const;

type MayBuy = Extract<Sellable, { verdict: 'may-buy' }>;
type Confirm = Extract<Sellable, { verdict: 'confirm' }>;

export const mayBuyEither: MayBuy = { verdict: 'may-buy', offers: [offer.adult, offer.child], draft };
export const mayBuyAdult: MayBuy = { ...mayBuyEither, offers: [offer.adult] };
export const confirmFirst: Confirm = {
  ...mayBuyAdult,
  verdict: 'confirm',
  reasons: ['check-digit-wrong'],
  confirmed: false,
};
export const confirmed: Confirm = { ...confirmFirst, confirmed: true };
export const mayNot: MayNot = {
  verdict: 'may-not',
  reason: 'bought-recently',
  nextDay: day('2020-02-26'),
  nextTime: null,
};

export const holder: HolderView = {
  maskedName: '王○明',
  nameUncertain: false,
  lastThree: '788',
  birthYear: 1990,
  childCard: false,
  purchases: [{ day: day('2020-02-19'), kind: 'adult', pieces: 2, place: 'here' }],
};

export const lineWith = (
  lineId: string,
  verdict: LineView['verdict'],
  checked: LineView['checked'] = 'centre',
): LineView => ({
  lineId,
  role: 'own',
  identifiedBy: 'chip',
  childCard: false,
  cardInside: false,
  verdict,
  checked,
  holder: null,
  ticket: null,
});

/** A visit of cards `l1`, `l2` and so on, the last of them in the large field. */
export const visitOf = (
  verdicts: readonly LineView['verdict'][],
  change: Partial<Stage<'visit'>> = {},
): Stage<'visit'> => ({
  stage: 'visit',
  visitId: 'v1',
  lines: verdicts.map((verdict, i) => lineWith(`l${i + 1}`, verdict)),
  current: `l${verdicts.length}`,
  cardTwice: false,
  total: 15,
  tenders: [],
  room: { adult: 1, child: 3 },
  expiresAt: null,
  ...change,
});

export const visitWith = (verdict: LineView['verdict'], visitId = 'v1') => visitOf([verdict], { visitId });

export const mayNotVisit = visitWith(mayNot);

export const soldVisit: Session = {
  stage: 'sold',
  visitId: 'v1',
  receiptNumber: '1090312-042',
  lines: [{ kind: 'adult', pieces: 3, amount: 15, role: 'own', nextDay: day('2020-03-19') }],
  total: 15,
  tenders: [],
  slip: 'queued',
  cardInside: true,
};

export const problem: Session = { stage: 'problem', code: 'unreadable', visitId: null };
