import type { Deed } from '#central-api';
import type { Clock, OutletCode } from '#rules';
import type { AccessDesk } from '../../access/access-desk.ts';
import type { Audit } from '../../access/audit.ts';
import type { OutletPlaces } from '../../access/outlet-places.ts';
import { type Access, mayDo, type OutletPlace } from '../../access/rights.ts';
import type { AccountDesk } from '../../accounts/account-desk.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { CentralDatabase } from '../../database/database.ts';
import type { Enrolment } from '../../enrolment.ts';
import type { Purpose } from '../../ingest/batch-check.ts';
import type { Board } from '../../opendata/board.ts';
import type { MakeBackup } from '../../operations/backup.ts';
import type { OutletList } from '../../outlets/outlet-list.ts';
import type { OutletRows } from '../../overview/overview.ts';
import type { PolicyDesk } from '../../policy-desk.ts';
import type { TryPolicy } from '../../policy-trial/try-policy.ts';
import type { SyncService } from '../../requests/sync-service.ts';
import { type AdminAnswer, type Asked, refuse } from './asking.ts';

/** Everything that the admin API works with. */
export interface AdminDesk {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly purpose: Purpose;
  /** A UUID. */
  readonly newId: () => string;
  readonly access: AccessDesk;
  readonly accounts: AccountDesk;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly places: OutletPlaces;
  readonly outlets: OutletList;
  readonly board: Pick<Board, 'figures'>;
  readonly policies: PolicyDesk;
  readonly enrolment: Enrolment;
  readonly service: Pick<SyncService, 'answerCarried'>;
  readonly overview: OutletRows;
  readonly tryPolicy: TryPolicy;
  readonly makeBackup: MakeBackup;
  /** These outlets, or all, have something to pull. */
  readonly onNews: (outlets: readonly OutletCode[] | 'all') => void;
}

/** Does it if the asker may, to an outlet that is listed, and writes down who asked and what became of it. */
export async function atOutlet(
  { places, audit }: Pick<AdminDesk, 'places' | 'audit'>,
  { who }: Asked,
  deed: Deed,
  wanted: { readonly outlet: OutletCode } & object,
  carryOut: (place: OutletPlace) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const place = await places.of(wanted.outlet);
  if (!mayDo(who, deed, place)) return refuse('forbidden');
  // Whether an outlet of another scope is listed is nobody's business.
  if (!place) return refuse(who.role === 'authority' ? 'unknown-outlet' : 'forbidden');
  return writtenDown(audit, who, deed, wanted, () => carryOut(place));
}

/** The same for what is of no outlet. */
export async function atLarge(
  { audit }: Pick<AdminDesk, 'audit'>,
  { who }: Asked,
  deed: Deed,
  detail: object,
  carryOut: () => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  if (!mayDo(who, deed, null)) return refuse('forbidden');
  return writtenDown(audit, who, deed, detail, carryOut);
}

async function writtenDown(
  audit: Audit,
  who: Access,
  deed: Deed,
  detail: object,
  carryOut: () => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const end = await audit.begin(who, deed, detail);
  const said = await carryOut();
  // It is done or refused either way: where this cannot be written, the entry says that it was begun.
  await end(outcomeOf(said)).catch(() => {});
  return said;
}

const outcomeOf = ({ status, body }: AdminAnswer): string =>
  status < 300 ? 'done' : 'code' in body ? String(body.code) : `HTTP ${status}`;
