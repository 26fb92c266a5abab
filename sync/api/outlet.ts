import { z } from 'zod';
import {
  businessDaySchema,
  instantSchema,
  openingHoursSchema,
  outletCodeSchema,
  piecesByKindSchema,
  sellingStateSchema,
} from '#rules';

/** How much the public is told at a glance: 100 and more, 30 to 99, under 30, none. */
export const bandSchema = z.enum(['plenty', 'some', 'few', 'none']);
export type Band = z.infer<typeof bandSchema>;

/** The fewest pieces of a band; below `some`, and above nothing, it is `few`. */
export const bandsFrom = { plenty: 100, some: 30 } as const;

export const bandOf = (pieces: number): Band =>
  pieces >= bandsFrom.plenty ? 'plenty' : pieces >= bandsFrom.some ? 'some' : pieces > 0 ? 'few' : 'none';

/** Whether pieces that are promised by number ticket are in the figures, as the policy in force says. */
export const promisesSchema = z.enum(['left-out', 'counted']);
export type Promises = z.infer<typeof promisesSchema>;

/** Every figure is at least as new as this; one that stands still says that the centre cannot read its own stock. */
export const readAtSchema = instantSchema;

/** What an outlet has now. Pieces are on sale today; `promises` of the answer says whether those promised are among them. */
export const stockNowSchema = z.strictObject({
  code: outletCodeSchema,
  pieces: piecesByKindSchema,
  bands: z.strictObject({ adult: bandSchema, child: bandSchema }),
  /** Pieces for which number tickets have been handed out. */
  promised: piecesByKindSchema,
  selling: z.strictObject({ state: sellingStateSchema, note: z.string() }),
  /** When its tills were last heard; `null`: never, so that nothing is known. */
  heardAt: instantSchema.nullable(),
});
export type StockNow = z.infer<typeof stockNowSchema>;

/** An outlet as the public sees it. Unknown texts are empty. */
export const publicOutletSchema = stockNowSchema.extend({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  county: z.string(),
  town: z.string(),
  /** Degrees, WGS 84. */
  place: z.strictObject({ longitude: z.number(), latitude: z.number() }).nullable(),
  /** When masks are sold, as the outlet says; `null` where it has not. Sunday first. */
  hours: openingHoursSchema.nullable(),
  hoursNote: z.string(),
  /** 21 letters from the authority, N open and Y closed: mornings Monday to Sunday, afternoons, evenings; or empty. */
  servicePeriods: z.string(),
  note: z.string(),
  ownNote: z.string(),
  website: z.string(),
});
export type PublicOutlet = z.infer<typeof publicOutletSchema>;

/** What makes a figure old. Ages of `heardAt`, in milliseconds. */
export const freshnessSchema = z.strictObject({ agedAfterMs: z.int(), oldAfterMs: z.int() });
export type Freshness = z.infer<typeof freshnessSchema>;

const textMost = 60;

/** `GET /api/v1/outlets`. Words of `q` are looked for in code, name, address, county and town; all have to be there. */
export const outletsQuerySchema = z.strictObject({
  q: z.string().max(textMost).default(''),
  county: z.string().max(textMost).default(''),
  town: z.string().max(textMost).default(''),
  /** Codes, comma between; then only these, in this order. */
  codes: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(outletCodeSchema).max(50))
    .optional(),
  /** Only outlets that have this kind now. */
  has: z.enum(['adult', 'child', 'either']).optional(),
  /** `place`: county, town, name. `stock`: most pieces first. */
  order: z.enum(['place', 'stock']).default('stock'),
  limit: z.coerce.number<unknown>().int().min(1).max(100).default(30),
  /** What `next` of the page before said. */
  after: z.coerce.number<unknown>().int().min(0).default(0),
});
export type OutletsQuery = z.infer<typeof outletsQuerySchema>;

export const outletsAnswerSchema = z.strictObject({
  /** When this was answered. */
  at: instantSchema,
  day: businessDaySchema,
  total: z.int(),
  outlets: z.array(publicOutletSchema),
  /** For `after`; `null` at the end. */
  next: z.int().nullable(),
  freshness: freshnessSchema,
  promises: promisesSchema,
  readAt: readAtSchema,
});
export type OutletsAnswer = z.infer<typeof outletsAnswerSchema>;

/** `GET /api/v1/outlets/{code}` */
export const outletAnswerSchema = z.strictObject({
  at: instantSchema,
  outlet: publicOutletSchema,
  freshness: freshnessSchema,
  promises: promisesSchema,
  readAt: readAtSchema,
});
export type OutletAnswer = z.infer<typeof outletAnswerSchema>;
