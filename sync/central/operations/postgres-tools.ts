import { spawn } from 'node:child_process';

/** `pg_dump` of a whole database into one file. @throws a sentence that says what to do */
export const dumpPostgres = (url: string, file: string): Promise<void> =>
  runTool('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`], url);

/** Into a database that is there and empty. @throws the same */
export const restorePostgres = (url: string, file: string): Promise<void> =>
  runTool('pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', file], url);

async function runTool(tool: string, words: readonly string[], url: string): Promise<void> {
  const target = new URL(url);
  const password = decodeURIComponent(target.password);
  // In the environment, since everybody on the machine can read the words of a command.
  target.password = '';
  const child = spawn(tool, [...words, `--dbname=${target.href}`], {
    env: { ...process.env, ...(password !== '' && { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-2_000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new Error(
          `${tool} is not on this machine: install PostgreSQL's client programs of the server's version`,
        )
      : error;
  });
  if (code !== 0) throw new Error(`${tool} failed: ${said.trim()}`);
}
