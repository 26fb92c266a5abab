import type { BusinessDay, Instant, OutletCode } from '#rules';
import type { Deed } from './account.ts';

/** What somebody asked for, of what is told of it in a sentence. */
export type AuditFact =
  | {
      readonly of: 'delivery';
      readonly day: BusinessDay;
      /** The one outlet, or how many. */
      readonly to: OutletCode | number;
      /** Each. */
      readonly adult: number;
      readonly child: number;
    }
  | { readonly of: 'policy'; readonly id: string; readonly effective: Instant }
  | {
      readonly of: 'account' | 'token';
      readonly what:
        | 'invited'
        | 'invited-again'
        | 'given'
        | 'ended'
        | 'session-ended'
        | 'looked-at'
        | 'listed';
      readonly name: string;
      /** For a new one. */
      readonly role: string;
      readonly scope: string;
    }
  /** `to` is the outlet, the county or the chain; empty: all of the scope. */
  | { readonly of: 'message'; readonly to: string; readonly text: string }
  | { readonly of: 'outlet'; readonly outlet: OutletCode; readonly tillId: string }
  | { readonly of: 'export'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly of: 'file'; readonly bytes: number }
  | { readonly of: 'folder'; readonly folder: string }
  | { readonly of: 'nothing' }
  /** As it was written down: of a form that this centre does not know. */
  | { readonly of: 'other'; readonly text: string };

export type AuditOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly code: string }
  /** The centre was cut off before it was over, or it is not over yet. */
  | { readonly state: 'begun' }
  /** Of a time in which it was not written down. */
  | { readonly state: 'not-known' };

export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  /** With role and scope. */
  readonly who: string;
  readonly deed: Deed;
  readonly fact: AuditFact;
  readonly outcome: AuditOutcome;
}

/** `GET /admin/api/audit?who=&deed=&after=` */
export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** For `after` of the next page; `null` at the end. */
  readonly next: string | null;
}
