import { randomInt, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { exhaustive, parsePin } from '#rules';
import { createOperatorDesk, HolderKeyMissing, type Purpose } from '#services';
import { openForReading, StoreRefused, verify } from '#store';
import { openBooks } from './books.ts';
import { centralInProcess } from './central-in-process.ts';
import { carryOutTo, enrolTill, takeBackFrom } from './centre-commands.ts';
import { createClock } from './clock.ts';
import { BadConfiguration, type Config, loadConfig } from './config.ts';
import { openDevices } from './devices.ts';
import { NotSetUp } from './first-start.ts';
import { restore } from './restore.ts';
import { restoreReport } from './restore-report.ts';
import { openTerminal } from './terminal.ts';

const exitCode = { ended: 0, broke: 1, badConfiguration: 2, database: 3 } as const;

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(purpose: Purpose): Promise<void> {
  const config = loadConfig(purpose, process.env);
  const level = purpose === 'shop' ? 'info' : 'warn';
  const log = pino({ base: null, level }, pino.destination({ dest: 2, sync: true }));
  if (purpose === 'drill') {
    process.on('exit', () => rmSync(config.dataFolder, { recursive: true, force: true }));
  }
  const clock = createClock(config.clockStart);
  const ended = new AbortController();
  const screens = beside('../kiosk-ui');
  const pages = { folder: screens, program: new URL('./look-up-page.js', import.meta.url) };
  const opening = openTerminal(config, {
    clock,
    screens,
    openDevices: (year) => openDevices(config, { year, childProgram: beside('./pcsc-child.js') }),
    openCentral: centralInProcess({ clock, log, pages }),
    announceSetUp: (address) => say(`first start 首次設定  ${address}/\n  Ctrl-C to end`),
    signal: ended.signal,
    log,
  });
  const end = async () => {
    if (ended.signal.aborted) return;
    ended.abort();
    await opening.then(({ close }) => close(), demandNotSetUp);
    process.exit(exitCode.ended);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    const { address, centralAddress: central, till } = await opening;
    say(
      `${till.shop.outlet().name}${purpose === 'drill' ? ' · 練習' : ''}\n` +
        `  counter   櫃檯  ${address}/\n  customer  客戶  ${address}/display\n  stock     店務  ${address}/stock\n` +
        (central === null ? '' : `  public    民眾  ${central}/\n  centre    中央  ${central}/admin\n`) +
        '  Ctrl-C to end',
    );
  } catch (error) {
    demandNotSetUp(error);
  }
}

/** Ctrl-C at the page of the first start is an end like any other. */
function demandNotSetUp(error: unknown): void {
  if (!(error instanceof NotSetUp)) throw error;
}

function verifyJournal(): void {
  const { dataFolder } = loadConfig('demo', process.env);
  const db = openForReading(dataFolder);
  const result = verify(db);
  db.close();
  if (result.whole) {
    say(`whole: ${result.entries} entries, the projections agree, last hash ${result.hash}`);
    return;
  }
  say(`not whole: ${JSON.stringify(result)}`);
  process.exitCode = exitCode.database;
}

/** `reset-manager`: whoever stands at the machine gives the manager a PIN that nobody has forgotten. */
async function resetManager(): Promise<void> {
  const config = loadConfig('shop', process.env);
  const { store, time, close } = openBooks(config, createClock(config.clockStart), fail);
  const operators = createOperatorDesk({ store, time, newId: randomUUID });
  let pin = '';
  while (!parsePin(pin).ok) pin = String(randomInt(1_000_000)).padStart(6, '0');
  const manager = await operators.resetManager(pin);
  close();
  if (!manager)
    throw new BadConfiguration(`${config.dataFolder} has no manager yet: start the till to set it up`);
  say(`${manager.name} signs in with ${pin} from now on; change it in /stock`);
}

/** `restore <backup> [--replace]`: puts a backup back, or says what it would lose. */
function restoreBackup(words: readonly string[]): void {
  const [from, ...rest] = words.filter((word) => word !== '--replace');
  if (from === undefined || rest.length > 0) {
    throw new BadConfiguration('restore wants one backup folder, and --replace to give up what is newer');
  }
  const { dataFolder, clockStart } = loadConfig('demo', process.env);
  const replace = words.includes('--replace');
  const result = restore(from, dataFolder, { replace, now: createClock(clockStart).now() });
  say(restoreReport(result));
  if (result.outcome !== 'restored') process.exitCode = exitCode.broke;
}

const atTheMachine = (clockStart: Config['clockStart']) => ({
  clock: createClock(clockStart),
  onFault: (error: unknown) =>
    process.stderr.write(`${error instanceof Error ? error.message : JSON.stringify(error)}\n`),
});

/** `enrol CODE`, `carry-out FOLDER` and `take-back FILE`, while the till is not running. */
async function aboutCentre(command: 'enrol' | 'carry-out' | 'take-back', [word, ...more]: readonly string[]) {
  if (word === undefined || more.length > 0) {
    const wanted = { enrol: 'a code', 'carry-out': 'a folder', 'take-back': 'a file' }[command];
    throw new BadConfiguration(`${command} wants ${wanted}`);
  }
  const config = loadConfig('shop', process.env);
  const at = atTheMachine(config.clockStart);
  switch (command) {
    case 'enrol':
      return tell(await enrolTill(config, word, at), 'the centre knows this till from now on');
    case 'take-back':
      return tell(await takeBackFrom(config, word, at), 'taken: the centre has what it acknowledged');
    case 'carry-out': {
      const written = await carryOutTo(config, word, at);
      if (typeof written === 'string') tell(written, '');
      else say(`written: ${written.file}`);
    }
  }
}

function tell(answer: string, done: string): void {
  say(answer === 'done' ? done : `nothing was changed: ${answer}`);
  if (answer !== 'done') process.exitCode = exitCode.broke;
}

function explain(error: unknown): { code: number; text: string } {
  if (error instanceof BadConfiguration) return { code: exitCode.badConfiguration, text: error.message };
  if (error instanceof HolderKeyMissing) {
    return { code: exitCode.database, text: `${error.message}. Put the file back from a backup.` };
  }
  if (error instanceof StoreRefused) return explainRefusal(error);
  const system = error as NodeJS.ErrnoException;
  if (system.code === 'EADDRINUSE') {
    return {
      code: exitCode.broke,
      text: 'The port is taken. Close the program that uses it, or set TERMINAL_PORT.',
    };
  }
  return {
    code: exitCode.broke,
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

function explainRefusal({ refusal, message }: StoreRefused): { code: number; text: string } {
  switch (refusal) {
    case 'damaged':
      return { code: exitCode.database, text: `${message}. Nothing was changed. Restore a backup.` };
    case 'newer-version':
      return { code: exitCode.database, text: `${message}. Nothing was changed. Install the newer program.` };
    case 'in-use':
      return { code: exitCode.broke, text: `${message}. Close it first, or set TERMINAL_DATA.` };
    case 'not-durable':
      return {
        code: exitCode.broke,
        text: `${message}. A sale might not survive a power cut, so none is made.`,
      };
    case 'not-writable':
      return {
        code: exitCode.broke,
        text: `${message}. Check the rights and the free space of TERMINAL_DATA.`,
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

const [command = 'run', ...rest] = process.argv.slice(2);
try {
  if (command === 'restore') restoreBackup(rest);
  else if (command === 'enrol' || command === 'carry-out' || command === 'take-back')
    await aboutCentre(command, rest);
  else if (rest.length > 0) throw new BadConfiguration(`too many words: ${rest.join(' ')}`);
  else if (command === 'run') await run('shop');
  else if (command === 'demo' || command === 'drill') await run(command);
  else if (command === 'verify') verifyJournal();
  else if (command === 'reset-manager') await resetManager();
  else
    throw new BadConfiguration(
      `no such command: ${command}; use run, demo, drill, verify, restore, reset-manager, enrol, carry-out or take-back`,
    );
} catch (error) {
  fail(error);
}
