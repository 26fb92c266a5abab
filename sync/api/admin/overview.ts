import type { BusinessDay, Instant, MaskKind, OutletCode, PiecesByKind, SellingState } from '#rules';
import type { Band } from '../outlet.ts';
import type { DeliveryView } from './lists.ts';

/** What somebody should look at. The list is closed; what to do stands beside each. */
export type Notice =
  /** No till of it is enrolled: give the outlet a code. */
  | 'no-till'
  /** Not heard for a quarter of an hour in its opening hours: call the outlet. */
  | 'silent'
  /** Paused, broken or closed today: read its note. */
  | 'not-selling'
  /** Nothing left, or said to be sold out: nothing to do today. */
  | 'sold-out'
  /** More promised or sold than there was: have it count. */
  | 'oversold'
  /** Will run out more than an hour before its usual day ends: send more tomorrow. */
  | 'will-run-out'
  /** Will be left with more than two usual days: send less, or elsewhere. */
  | 'left-with-stock'
  /** Received another number than was announced: compare with the delivery note. */
  | 'goods-differ'
  /** Open over-quota pairs: look at both sides. */
  | 'conflicts';

/**
 * When the last piece goes. `gone`: nothing is left to sell. `not-today`: enough for today. `unknown`: nothing is sold at
 * the moment, or there is nothing to go by yet.
 */
export type RunsOut =
  | { readonly when: 'gone' | 'not-today' | 'unknown' }
  | { readonly when: 'today'; readonly at: Instant };

/** One outlet as its manager and the authority see it. */
export interface OutletRow {
  readonly code: OutletCode;
  readonly name: string;
  readonly county: string;
  readonly town: string;
  readonly chain: string;
  readonly place: { readonly longitude: number; readonly latitude: number } | null;
  /** On sale now, as the public is told; without what is promised where the policy says so. */
  readonly available: PiecesByKind;
  readonly bands: Readonly<Record<MaskKind, Band>>;
  readonly promised: PiecesByKind;
  readonly onHand: PiecesByKind;
  /** Of a later day. */
  readonly notYetOnSale: PiecesByKind;
  readonly selling: { readonly state: SellingState; readonly note: string };
  readonly heardAt: Instant | null;
  readonly tills: number;
  /** Entries, by what the tills said last. */
  readonly unsent: number;
  readonly soldToday: PiecesByKind;
  readonly salesToday: number;
  /** Mean of the selling days of the last two weeks. */
  readonly usualDay: PiecesByKind;
  readonly runsOut: Readonly<Record<MaskKind, RunsOut>>;
  /** What to send for tomorrow, in whole packs: a usual day and a fifth, less what will be there. */
  readonly suggested: PiecesByKind;
  /** For today; both zero where nothing was announced. */
  readonly announced: PiecesByKind;
  readonly received: PiecesByKind;
  readonly conflicts: number;
  readonly notices: readonly Notice[];
}

/** `GET /admin/api/overview` */
export interface Overview {
  readonly at: Instant;
  readonly day: BusinessDay;
  /** In the order of their codes; of the asker's scope. */
  readonly rows: readonly OutletRow[];
}

/**
 * `GET /admin/api/live`: server-sent events. `rows` carries those that changed; `anew` asks to read the overview again;
 * `quiet` comes every ten seconds, so that silence means a broken line.
 */
export interface LiveRows {
  readonly at: Instant;
  readonly day: BusinessDay;
  readonly rows: readonly OutletRow[];
  /** Outlets of which nothing changed but when they were heard. */
  readonly heard: readonly (readonly [OutletCode, Instant | null])[];
}

/** `GET /admin/api/outlets/{code}/day?day=` */
export interface OutletDay {
  readonly outlet: OutletCode;
  readonly day: BusinessDay;
  /** 24 numbers a kind: sold less voided, by the hour in Taipei. */
  readonly sold: Readonly<Record<MaskKind, readonly number[]>>;
  readonly usual: Readonly<Record<MaskKind, readonly number[]>>;
  readonly sales: number;
  readonly voidedSales: number;
  readonly deliveries: readonly DeliveryView[];
  readonly tills: readonly TillView[];
  /** The last fourteen days, oldest first. */
  readonly days: readonly { readonly day: BusinessDay; readonly sold: PiecesByKind }[];
}

export interface TillView {
  readonly tillId: string;
  readonly enrolledAt: Instant;
  readonly seenAt: Instant;
  readonly revokedAt: Instant | null;
  readonly unsent: number;
}
