import { z } from 'zod';
import { instantSchema, openingHoursSchema, outletCodeSchema, sellingStateSchema } from '#rules';
import { freshnessSchema, promisesSchema, readAtSchema } from './outlet.ts';

/**
 * The whole country in columns, so that a telephone can hold it: the n-th of each column is one outlet. Four files,
 * because they change at different speeds: `positions` and `directory` with the authority's list, `details` when an
 * outlet tells other hours or notes, `stock` with every sale. `list` names the list that they are columns of; columns of different lists do not belong together.
 */
export const listSchema = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * What the columns mean. Another number for everything that a program of today would read wrongly: a page that stays
 * open over a deployment then says that it is of yesterday, instead of drawing outlets where they are not.
 */
export const columnsFormat = 3;
const formatSchema = z.literal(columnsFormat);

/**
 * `?list=` of `/positions`, `/directory` and `/details`. The first two of the list that is named may be kept for as long
 * as wished.
 */
export const columnsQuerySchema = z.strictObject({ list: listSchema.optional() });

/** `GET /api/v1/positions`. Only outlets of which the place is known have a position. */
export const positionsSchema = z.strictObject({
  format: formatSchema,
  list: listSchema,
  codes: z.array(outletCodeSchema),
  /** Ten-thousandths of a degree (about ten metres), each as the difference to the one before; `null`: not known, and skipped. */
  longitudes: z.array(z.int().nullable()),
  latitudes: z.array(z.int().nullable()),
});
export type Positions = z.infer<typeof positionsSchema>;

/** `GET /api/v1/directory`. County and town are places in `counties` and `towns`. */
export const directorySchema = z.strictObject({
  format: formatSchema,
  list: listSchema,
  counties: z.array(z.string()),
  /** Each with the place of its county. */
  towns: z.array(z.tuple([z.string(), z.int()])),
  /** For those who do not read the others; empty where it is not known. */
  countiesEnglish: z.array(z.string()),
  townsEnglish: z.array(z.string()),
  names: z.array(z.string()),
  /** Without the county and town in front; one that does not begin with them begins with `=` and stands whole after it. */
  addresses: z.array(z.string()),
  phones: z.array(z.string()),
  /** Place in `towns`. */
  town: z.array(z.int()),
});
export type Directory = z.infer<typeof directorySchema>;

/** What few outlets tell: each with its place in the columns. */
const tellSchema = z.array(z.tuple([z.int(), z.string()]));

/** `GET /api/v1/details`. With it, columns tell of an outlet all that its own answer tells. */
export const detailsSchema = z.strictObject({
  format: formatSchema,
  list: listSchema,
  /** When masks are sold, each week once; `null`: the outlet has not said. */
  weeks: z.array(openingHoursSchema.nullable()),
  /** Place in `weeks`. */
  week: z.array(z.int()),
  /** 21 letters from the authority, each combination once. */
  periods: z.array(z.string()),
  /** Place in `periods`. */
  period: z.array(z.int()),
  hoursNotes: tellSchema,
  notes: tellSchema,
  ownNotes: tellSchema,
  websites: tellSchema,
});
export type Details = z.infer<typeof detailsSchema>;

/** `GET /api/v1/stock` */
export const countryStockSchema = z.strictObject({
  format: formatSchema,
  list: listSchema,
  at: instantSchema,
  /** For `since` of `/changes`. */
  cursor: z.int(),
  adult: z.array(z.int()),
  child: z.array(z.int()),
  /** Outlets with promised pieces, by their place in the columns: adult, child. */
  promised: z.array(z.tuple([z.int(), z.int(), z.int()])),
  /** Outlets that do not sell now, by their place in the columns, and what they say about it. */
  notSelling: z.array(z.tuple([z.int(), sellingStateSchema, z.string()])),
  /** Minutes before `at` at which the tills were last heard; -1: never. */
  heardMinutesAgo: z.array(z.int()),
  bandsFrom: z.strictObject({ plenty: z.int(), some: z.int() }),
  freshness: freshnessSchema,
  promises: promisesSchema,
  readAt: readAtSchema,
});
export type CountryStock = z.infer<typeof countryStockSchema>;
