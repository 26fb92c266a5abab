import type { LiveRows, Me, OutletRow, Policies } from '#central-api';

/** The names by which the page calls what the centre says. Types only: the schemas stay with the centre. */
export type {
  AccountView,
  AuditEntry,
  AuditFact,
  AuditPage,
  Band,
  ConflictPage,
  Deed,
  DeliveryPage,
  DeliveryView,
  InvitationView,
  LiveRows,
  Me,
  Notice,
  OutletDay,
  OutletRow,
  Overview,
  Policies,
  PolicyTrial,
  RunsOut,
  SessionView,
  TillView,
} from '#central-api';
export type Role = Me['role'];
export type Day = LiveRows['day'];
export type Instant = LiveRows['at'];
export type OutletCode = OutletRow['code'];
export type PiecesByKind = OutletRow['available'];
export type MaskKind = keyof PiecesByKind;
export type SellingState = OutletRow['selling']['state'];
export const kinds: readonly MaskKind[] = ['adult', 'child'];
export type RuleSet = NonNullable<Policies['standing']>;
export type PolicyPack = NonNullable<Policies['policies'][number]['pack']>;
