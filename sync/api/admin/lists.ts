import type { BusinessDay, Instant, MaskKind, OutletCode, PiecesByKind } from '#rules';

export interface DeliveryView {
  readonly outlet: OutletCode;
  readonly deliveryId: string;
  readonly day: BusinessDay;
  readonly announced: PiecesByKind;
  readonly note: string;
  readonly announcedAt: Instant;
  /** `null` until goods-in confirms it. */
  readonly received: PiecesByKind | null;
  readonly receivedAt: Instant | null;
}

/** `GET /admin/api/deliveries?outlet=&day=&after=&most=` */
export interface DeliveryPage {
  /** Latest day first, and of a day those first that came otherwise than announced. */
  readonly deliveries: readonly DeliveryView[];
  /** For `after` of the next page; `null` at the end. */
  readonly next: string | null;
  /** Of all that were asked for, and not of this page alone. */
  readonly sum: { readonly announced: number; readonly received: number; readonly differ: number };
}

/** A purchase that is one of two over-quota ones, without the holder. */
export interface ConflictSideView {
  readonly id: { readonly outlet: OutletCode; readonly tillId: string; readonly seq: number };
  readonly outletName: string;
  readonly day: BusinessDay;
  readonly at: Instant;
  readonly kind: MaskKind;
  readonly pieces: number;
}

/** `GET /admin/api/conflicts?state=&after=&most=` */
export interface ConflictPage {
  /** Of which a side is in the asker's scope, newest first. */
  readonly conflicts: readonly {
    readonly conflictId: string;
    readonly earlier: ConflictSideView;
    readonly later: ConflictSideView;
    readonly foundAt: Instant;
    readonly endedAt: Instant | null;
  }[];
  /** For `after` of the next page; `null` at the end. */
  readonly next: string | null;
}
