import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../operations/durable-file.ts';
import { type AccessDesk, newToken } from './access-desk.ts';
import { operatorName } from './rights.ts';

export const operatorTokenFile = (folder: string): string => join(folder, 'operator.token');

/**
 * What the commands at this machine ask with: kept in the data folder with mode 0600, and made anew where the database
 * does not know it, such as after a restore. Several processes on one PostgreSQL have a token each.
 */
export async function keepOperatorToken(
  folder: string,
  access: Pick<AccessDesk, 'keep' | 'whose'>,
  randomBytes: (size: number) => Buffer,
): Promise<void> {
  const file = operatorTokenFile(folder);
  const there = readOperatorToken(folder);
  if (there !== null && (await access.whose(there))) return;
  const token = newToken(randomBytes);
  // Known first: a file with a token that nobody knows would be taken for a broken centre.
  await access.keep(token, { name: operatorName, role: 'authority', scope: '' });
  writeDurably(file, `${token}\n`);
}

/** `null` where no centre was started on this folder. */
export function readOperatorToken(folder: string): string | null {
  const file = operatorTokenFile(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
