import { hash } from 'node:crypto';
import type { Enrol, Fault, JournalPlace, TillId, TillName } from '#protocol';
import { type Clock, type Instant, instant, type OutletCode } from '#rules';
import type { CentralDatabase, Reading, Statements } from './database/database.ts';
import { dropBooks } from './ingest/till-books.ts';
import { type Parting, partingOf } from './parting.ts';
import { type Till, tillOf, tillsWithKey } from './tills.ts';

/** How a till becomes known, and how it is known no more. */
export interface Enrolment {
  /** A code for one till of this outlet. @returns `null` if the outlet is not listed */
  makeCode(outlet: OutletCode, validMs?: number): Promise<EnrolmentCode | null>;
  /** What can be refused without writing anything down: `null`, if nothing can. */
  look(request: Enrol): Promise<Fault | null>;
  /** The same key with the same code is answered as before. */
  enrol(request: Enrol): Promise<EnrolmentAnswer>;
  /**
   * Nothing of this till is taken any more. What it sold stands; its stock does not, since nobody sells it here now, and
   * a till that goes on with its journal says what it has.
   */
  revoke(till: TillName): Promise<'done' | 'revoked-already' | 'unknown-till'>;
}

export interface EnrolmentCode {
  /** `K7QM-2FXD-9RTW`; not kept, so it is shown once. */
  readonly code: string;
  readonly expiresAt: Instant;
}

export type EnrolmentAnswer =
  | { readonly outcome: 'enrolled'; readonly tillId: TillId; readonly acknowledged: JournalPlace }
  | { readonly outcome: 'refused'; readonly fault: Fault };

export interface EnrolmentDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  /** Evenly from 0 to below `n`, from a source that nobody can guess. */
  readonly randomBelow: (n: number) => number;
  /** A UUID. */
  readonly newId: () => string;
  /** What is published of this outlet changed. */
  readonly onChanged?: (outlet: OutletCode) => void;
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;
const validForMs = 72 * 3_600_000;

const refused = (kind: Fault['kind']): EnrolmentAnswer => ({ outcome: 'refused', fault: { kind } });

export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  const { database, clock, randomBelow, newId, onChanged = () => {} } = deps;

  async function enrolIn(statements: Statements, request: Enrol): Promise<EnrolmentAnswer> {
    const { outlet, code, publicKey } = request;
    const now = clock.now();
    const looked = await lookAt(statements, request, now);
    if ('fault' in looked) return { outcome: 'refused', fault: looked.fault };
    if (looked.code === 'used-by-this-key') return answerAgain(statements, request);

    const parting = await partingOf(statements, request);
    if ('fault' in parting) return { outcome: 'refused', fault: parting.fault };
    const tillId = newId() as TillId;
    await statements.run('UPDATE enrolment_codes SET used_by = ? WHERE outlet = ? AND code_hash = ?', [
      ...[publicKey, outlet, hashOf(code)],
    ]);
    await writeTill(statements, request, tillId, parting, now);
    for (const till of parting.replaces) await retire(statements, till, now);
    return { outcome: 'enrolled', tillId, acknowledged: parting.place };
  }

  return {
    makeCode: (outlet, validMs = validForMs) =>
      database.inOutlet(outlet, async (statements) => {
        if (!(await isListed(statements, outlet))) return null;
        const letters = Array.from({ length: codeLength }, () =>
          codeLetters.charAt(randomBelow(codeLetters.length)),
        );
        const code = letters.join('');
        const now = clock.now();
        const expiresAt = instant(now + validMs);
        await statements.insertMany(
          'enrolment_codes',
          ['outlet', 'code_hash', 'made_at', 'expires_at'],
          [[outlet, hashOf(code), now, expiresAt]],
        );
        return { code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
      }),
    async look(request) {
      const looked = await lookAt(database.reading, request, clock.now());
      return 'fault' in looked ? looked.fault : null;
    },
    async enrol(request) {
      const answered = await database.inOutlet(request.outlet, (statements) => enrolIn(statements, request));
      // Whoever it replaces has no stock any more.
      if (answered.outcome === 'enrolled') onChanged(request.outlet);
      return answered;
    },
    async revoke(name) {
      const outcome = await database.inOutlet(name.outlet, async (statements) => {
        const till = await tillOf(statements, name);
        if (!till) return 'unknown-till';
        if (till.revokedAt !== null) return 'revoked-already';
        await retire(statements, till, clock.now());
        return 'done';
      });
      if (outcome === 'done') onChanged(name.outlet);
      return outcome;
    },
  };
}

const hashOf = (code: string): string => hash('sha256', `mask-till enrolment ${code}`);

type Looked = { readonly fault: Fault } | { readonly code: 'good' | 'used-by-this-key' };

async function lookAt(from: Reading, { outlet, code, publicKey }: Enrol, now: Instant): Promise<Looked> {
  if (!(await isListed(from, outlet))) return { fault: { kind: 'unknown-outlet' } };
  const found = await codeOf(from, outlet, code);
  if (!found) return { fault: { kind: 'code-unknown' } };
  if (found.usedBy === publicKey) return { code: 'used-by-this-key' };
  if (found.usedBy !== null) return { fault: { kind: 'code-used' } };
  return found.expiresAt <= now ? { fault: { kind: 'code-expired' } } : { code: 'good' };
}

const isListed = async (from: Reading, outlet: OutletCode): Promise<boolean> =>
  (await from.get('SELECT 1 AS one FROM outlets WHERE outlet = ?', [outlet])) !== null;

const codeOf = (from: Reading, outlet: OutletCode, code: string) =>
  from.get<{ expiresAt: Instant; usedBy: string | null }>(
    'SELECT expires_at AS "expiresAt", used_by AS "usedBy" FROM enrolment_codes WHERE outlet = ? AND code_hash = ?',
    [outlet, hashOf(code)],
  );

/** The answer was lost: the till that this key became, and how far it has come since. */
async function answerAgain(statements: Statements, request: Enrol): Promise<EnrolmentAnswer> {
  const [till] = await tillsWithKey(statements, request.outlet, request.publicKey);
  if (!till) return refused('code-used');
  if (till.revokedAt !== null) return refused('revoked');
  return { outcome: 'enrolled', tillId: till.tillId, acknowledged: { seq: till.seq, hash: till.hash } };
}

async function writeTill(
  statements: Statements,
  { outlet, publicKey, journalId }: Enrol,
  tillId: TillId,
  { place: { seq, hash: head }, continues }: Parting,
  now: Instant,
): Promise<void> {
  await statements.insertMany('tills', tillColumns, [
    [
      ...[outlet, tillId, publicKey, journalId, seq, head, 0, seq, continues?.tillId ?? null, seq, null],
      ...[now, now, null],
    ],
  ]);
}

const tillColumns = [
  ...['outlet', 'till_id', 'public_key', 'journal_id', 'seq', 'hash', 'at', 'journal_head', 'continues'],
  ...['start_seq', 'enrolled_seq', 'enrolled_at', 'seen_at', 'revoked_at'],
];

/** What stood at the till stands there no more, or at the one that goes on with it, as that one's `enrolled` will say. */
async function retire(statements: Statements, till: Till, now: Instant): Promise<void> {
  if (till.revokedAt === null) await setRevoked(statements, till, now);
  await dropBooks(statements, till);
  await statements.run('UPDATE outlet_states SET changed_at = ? WHERE outlet = ?', [now, till.outlet]);
}

const setRevoked = (statements: Statements, { outlet, tillId }: TillName, now: Instant) =>
  statements.run('UPDATE tills SET revoked_at = ? WHERE outlet = ? AND till_id = ?', [now, outlet, tillId]);
