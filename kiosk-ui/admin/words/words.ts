import type { Section } from '../desk-state.ts';
import type { Order } from '../outlets/sorting.ts';
import type { Band, Day, MaskKind, Notice, Role, RunsOut, SellingState } from '../wall.ts';
import type { AuditWords } from './audit-words.ts';
import type { ConflictsWords } from './conflicts-words.ts';
import type { GoodsWords } from './goods-words.ts';
import type { PeopleWords } from './people-words.ts';
import type { PolicyWords } from './policy-words.ts';

/** Every sentence of the page. Codes come from the centre, sentences never do. */
export interface AdminWords {
  readonly lang: string;
  readonly title: string;
  readonly otherLanguage: string;
  readonly demo: string;
  readonly rail: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly signOut: string;
  readonly publicPage: string;
  readonly close: string;
  /** The answer to a question that is left undone. */
  readonly cancel: string;
  readonly asking: string;
  readonly again: string;
  /** The next page of a list. */
  readonly more: string;
  /** Where a list is cut. */
  readonly first: (shown: number, all: number) => string;
  readonly onPaper: {
    readonly at: (day: Day, time: string) => string;
    readonly only: (rows: number, all: number) => string;
  };
  readonly none: string;
  readonly pieces: (n: number) => string;
  readonly line: {
    readonly live: string;
    readonly lost: string;
    readonly connecting: string;
    /** Above figures that are not those of now. */
    readonly old: (age: string) => string;
  };
  /** Where there is nothing to show but what went wrong. */
  readonly trouble: {
    readonly notReached: string;
    readonly broke: string;
    readonly byItself: string;
  };
  readonly age: (minutes: number) => string;
  readonly never: string;
  readonly kinds: Readonly<Record<MaskKind, string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly states: Readonly<Record<SellingState, string>>;
  readonly notices: Readonly<Record<Notice, string>>;
  readonly day: (day: string) => string;
  readonly refusal: (code: string, detail?: string) => string;
  readonly door: {
    readonly signIn: string;
    readonly name: string;
    readonly password: string;
    readonly code: string;
    readonly codeHint: string;
    readonly enter: string;
    readonly welcome: (name: string, role: string) => string;
    readonly invited: string;
    readonly scan: string;
    readonly secret: string;
    readonly choose: string;
    readonly passwordHint: string;
    readonly accept: string;
    readonly noInvitation: string;
  };
  readonly runsOut: {
    readonly when: Readonly<Record<Exclude<RunsOut['when'], 'today'>, string>>;
    readonly at: (time: string) => string;
  };
  readonly outlets: {
    readonly search: string;
    readonly county: string;
    readonly allCounties: string;
    readonly notice: string;
    readonly anyNotice: string;
    readonly found: (shown: number, all: number) => string;
    readonly nothing: string;
    readonly nothingHint: string;
    /** Where the scope has no outlet at all. */
    readonly noneYet: string;
    readonly noneYetHint: string;
    readonly columns: Readonly<Record<Order, string>>;
    readonly table: string;
    readonly map: string;
    readonly mapLoading: string;
    readonly mapMissing: string;
    readonly mapMissingHint: string;
    readonly list: string;
    readonly export: string;
    readonly sum: string;
  };
  readonly sheet: {
    readonly available: string;
    readonly promised: string;
    readonly onHand: string;
    readonly later: string;
    readonly soldToday: string;
    readonly usualDay: string;
    readonly runsOut: string;
    readonly byHour: string;
    readonly usual: string;
    readonly lastDays: string;
    readonly tills: string;
    readonly heard: (age: string, unsent: number) => string;
    readonly revoked: string;
    readonly revoke: string;
    readonly revokeSure: (till: string) => string;
    readonly revokeMeans: string;
    readonly noTills: string;
    readonly code: string;
    readonly codeFor: (code: string, until: string) => string;
    readonly message: string;
    readonly send: string;
    readonly sent: string;
    readonly deliveries: string;
    readonly noDeliveries: string;
    readonly sales: (sales: number, voided: number) => string;
    readonly dayBefore: string;
    readonly dayAfter: string;
  };
  readonly outlook: {
    readonly lead: string;
    readonly runOut: string;
    readonly left: string;
    readonly noneRunOut: string;
    readonly noneLeft: string;
    readonly suggested: string;
    readonly has: string;
    readonly usual: string;
    readonly send: string;
    /** How long what is there lasts. */
    readonly lasts: string;
    readonly days: (n: number) => string;
  };
  readonly goods: GoodsWords;
  readonly policy: PolicyWords;
  readonly conflicts: ConflictsWords;
  readonly exports: {
    readonly lead: string;
    readonly from: string;
    readonly to: string;
    readonly files: Readonly<Record<'outlets' | 'sales' | 'deliveries' | 'conflicts', string>>;
    readonly what: Readonly<Record<'outlets' | 'sales' | 'deliveries' | 'conflicts', string>>;
    readonly maskdata: string;
    readonly points: string;
  };
  readonly people: PeopleWords;
  readonly audit: AuditWords;
}
