import { bandOf, type Freshness, type Promises, type PublicOutlet, type StockNow } from '#central-api';
import type { BusinessDay } from '#rules';
import { type OutletFigures, onSaleOn, sellingOn } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';

/** A till that sells is heard with every sale, and one that does not every half minute. */
export const freshness: Freshness = { agedAfterMs: 10 * 60_000, oldAfterMs: 60 * 60_000 };

/** What everybody may know of an outlet, as it is on a day. */
export function publicOutletOf(
  listed: ListedOutlet,
  figures: OutletFigures,
  day: BusinessDay,
  promises: Promises,
): PublicOutlet {
  const pieces = onSaleOn(figures, day, promises);
  const { outlet: code, name, address, phone, county, town, place } = listed;
  const { servicePeriods, note, ownNote, website } = listed;
  return {
    ...{ code, name, address, phone, county, town, place },
    pieces,
    bands: { adult: bandOf(pieces.adult), child: bandOf(pieces.child) },
    promised: figures.promised,
    selling: sellingOn(figures, day),
    heardAt: figures.heardAt,
    ...{ hours: figures.hours, hoursNote: figures.hoursNote, servicePeriods, note, ownNote, website },
  };
}

/** The part that changes with every sale. */
export const stockNowOf = ({ code, pieces, bands, promised, selling, heardAt }: PublicOutlet): StockNow => ({
  code,
  pieces,
  bands,
  promised,
  selling,
  heardAt,
});

/** Whether an outlet tells something else beside its stock; what the authority says of it changes with the list. */
export const detailsDiffer = (before: PublicOutlet | undefined, outlet: PublicOutlet): boolean =>
  before === undefined ||
  before.hoursNote !== outlet.hoursNote ||
  (before.hours !== outlet.hours && JSON.stringify(before.hours) !== JSON.stringify(outlet.hours));

/** Whether somebody who looks at the stock would see another: when tills were heard does not count. */
export const stockDiffers = (one: StockNow, other: StockNow): boolean =>
  one.pieces.adult !== other.pieces.adult ||
  one.pieces.child !== other.pieces.child ||
  one.promised.adult !== other.promised.adult ||
  one.promised.child !== other.promised.child ||
  one.selling.state !== other.selling.state ||
  one.selling.note !== other.selling.note;
