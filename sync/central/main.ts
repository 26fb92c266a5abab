import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { exhaustive } from '#rules';
import { readOperatorToken } from './access/operator-token.ts';
import { loadBuiltPages } from './built-pages.ts';
import { openCentral } from './central.ts';
import { createClock } from './clock.ts';
import { CentreNotRunning, createAskCentre } from './commands/ask-centre.ts';
import { commandOf } from './commands/commands.ts';
import { BadConfiguration, loadCentralConfig } from './config.ts';
import { DatabaseRefused } from './database/refusal.ts';
import { CentreKeysMissing } from './keys.ts';
import { RestoreRefused, restoreBackup } from './operations/restore.ts';
import { restoreReport } from './operations/restore-report.ts';

const exitCode = { ended: 0, broke: 1, badConfiguration: 2, database: 3 } as const;

/** Of the build, beside this program. */
const beside = (path: string): URL => new URL(path, import.meta.url);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(): Promise<void> {
  const config = loadCentralConfig(process.env);
  const log = pino({ base: null, level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const pages = await loadBuiltPages({
    folder: fileURLToPath(beside('../kiosk-ui')),
    program: beside('./look-up-page.js'),
  });
  const threads = { intake: beside('./intake-program.js'), signatures: beside('./signature-program.js') };
  const opening = openCentral(config, { clock: createClock(), log, pages, threads });
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await opening.then(({ close }) => close());
    process.exit(exitCode.ended);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const { address } = await opening;
  say(
    `口罩中央庫存 the central stock endpoint\n  public  公開資料  ${address}/\n` +
      `  tills   櫃檯      TERMINAL_CENTRAL=${address}\n  Ctrl-C to end`,
  );
}

/** Asks the centre that runs on this machine. */
async function ask(given: readonly string[]): Promise<void> {
  const { command, words } = commandOf(given);
  const config = loadCentralConfig(process.env);
  const token = readOperatorToken(config.dataFolder);
  if (token === null) {
    throw new CentreNotRunning(`no centre was started with CENTRAL_DATA=${config.dataFolder}`);
  }
  const { outcome, text } = await command.carryOut(createAskCentre(config, token), words);
  say(text);
  if (outcome === 'refused') process.exitCode = exitCode.broke;
}

async function restore([folder, ...more]: readonly string[]): Promise<void> {
  if (folder === undefined || more.length > 0) throw new BadConfiguration('restore wants FOLDER');
  say(restoreReport(await restoreBackup(folder, loadCentralConfig(process.env), createClock())));
}

function explain(error: unknown): { code: number; text: string } {
  if (error instanceof BadConfiguration) return { code: exitCode.badConfiguration, text: error.message };
  if (error instanceof CentreKeysMissing) {
    return { code: exitCode.database, text: `${error.message}. Put the files back from a backup.` };
  }
  if (error instanceof DatabaseRefused) return explainRefusal(error);
  if (error instanceof CentreNotRunning) return { code: exitCode.broke, text: `${error.message}.` };
  if (error instanceof RestoreRefused) {
    return { code: exitCode.broke, text: `${error.message}. Nothing was changed.` };
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const text = 'The port is taken. Close the program that uses it, or set CENTRAL_PORT.';
    return { code: exitCode.broke, text };
  }
  return {
    code: exitCode.broke,
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

function explainRefusal({ refusal, message }: DatabaseRefused): { code: number; text: string } {
  switch (refusal) {
    case 'damaged':
      return { code: exitCode.database, text: `${message}. Nothing was changed. Restore a backup.` };
    case 'newer-version':
      return { code: exitCode.database, text: `${message}. Nothing was changed. Install the newer program.` };
    case 'in-use':
      return { code: exitCode.broke, text: `${message}. Close it first, or set CENTRAL_DATA.` };
    case 'not-durable':
      return {
        code: exitCode.broke,
        text: `${message}. What is acknowledged might not survive a power cut, so nothing is.`,
      };
    case 'not-writable':
      return {
        code: exitCode.broke,
        text: `${message}. Check CENTRAL_STORE, its rights and the free space.`,
      };
    default:
      return exhaustive(refusal);
  }
}

function fail(error: unknown): void {
  const { code, text } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

const [word, ...rest] = process.argv.slice(2);
try {
  if (word === undefined) await run();
  else if (word === 'restore') await restore(rest);
  else await ask([word, ...rest]);
} catch (error) {
  fail(error);
}
