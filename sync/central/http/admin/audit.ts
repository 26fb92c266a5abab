import { z } from 'zod';
import { type AuditEntry, type AuditPage, deedSchema } from '#central-api';
import { readDetail } from '../../access/audit-facts.ts';
import { allOf, type Condition } from '../../access/scope.ts';
import type { Reading } from '../../database/database.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, firstFault, refuse } from './asking.ts';

const querySchema = z.object({
  /** A part of a name, of a role or of a scope. */
  who: z.string().trim().max(100).optional(),
  deed: deedSchema.optional(),
  /** Those after what `next` of the page before said. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
});
type Wanted = z.infer<typeof querySchema>;

const most = 200;

/** Who did what, newest first. */
export const showAudit =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const wanted = querySchema.safeParse(asked.query);
    if (!wanted.success) return Promise.resolve(refuse('bad-body', firstFault(wanted.error)));
    return atLarge(desk, asked, 'read-audit', {}, async () => {
      const rows = await readAudit(desk.database.reading, wanted.data, most);
      const last = rows.length === most ? rows.at(-1) : undefined;
      const page: AuditPage = {
        entries: rows.map(({ detail, ...row }) => ({ ...row, ...readDetail(detail) })),
        next: last ? `${last.at}.${last.id}` : null,
      };
      return answer(page);
    });
  };

export interface AuditRow extends Pick<AuditEntry, 'id' | 'at' | 'who' | 'deed'> {
  /** JSON. */
  readonly detail: string;
}

/** @param most rows */
export function readAudit(
  reading: Reading,
  { who, deed, after }: Wanted,
  most: number,
): Promise<readonly AuditRow[]> {
  const [at = Number.MAX_SAFE_INTEGER, id = ''] = after?.split('.') ?? [];
  const { sql, values } = allOf(
    { sql: '(at < ? OR (at = ? AND id > ?))', values: [Number(at), Number(at), id] },
    ...(who ? [named(who)] : []),
    ...(deed === undefined ? [] : [{ sql: 'deed = ?', values: [deed] }]),
  );
  return reading.all(
    `SELECT id, at, who, deed, detail FROM audit WHERE ${sql} ORDER BY at DESC, id LIMIT ${most}`,
    values,
  );
}

/** Whatever is typed is looked for as it stands. */
const named = (who: string): Condition => ({
  sql: "lower(who) LIKE ? ESCAPE '!'",
  values: [`%${who.toLowerCase().replace(/[!%_]/g, '!$&')}%`],
});
