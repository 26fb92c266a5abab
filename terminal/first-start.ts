import { once } from 'node:events';
import type { OutletCode } from '#rules';
import type { EnrolAnswer, OperatorDesk } from '#services';
import { type Books, beginDemonstration, beginJournal, installPolicy, outletOf } from './books.ts';
import type { Config } from './config.ts';
import { createSetUpServer, type Enrolled } from './http/set-up-server.ts';

export interface FirstStartDeps {
  readonly operators: OperatorDesk;
  /** Makes the till that was just set up known to its centre. */
  readonly enrol: (outlet: OutletCode, code: string) => Promise<EnrolAnswer>;
  /** The folder with the built pages. */
  readonly screens: string;
  readonly announce: (address: string) => void;
  readonly onFault: (error: unknown) => void;
  /** Ends the wait for somebody to set the till up. */
  readonly signal: AbortSignal;
}

/** The till was ended before anybody had set it up. */
export class NotSetUp extends Error {}

export interface Started {
  readonly outletCode: OutletCode;
  /** Where the page of the first start was, which leads on to the till; without one, what the settings say. */
  readonly port: number;
}

/**
 * Sees to it that the journal says whose it is, by which rules it decides, and who may sign in. A shop asks for what
 * nobody has said yet on one page; a demonstration and a drill invent it. @throws NotSetUp, the system's error
 */
export async function firstStart(books: Books, config: Config, deps: FirstStartDeps): Promise<Started> {
  const { store, time } = books;
  // One that was cut off while it invented its past is begun again where it stopped.
  if (config.purpose !== 'shop' && config.outlet.code !== null && !hasManager(books)) {
    const { code, name } = config.outlet;
    await beginDemonstration(books, config, { code, name: name ?? code });
  }
  const port = hasManager(books) ? config.port : await askInBrowser(books, config, deps);
  installPolicy(store, config, time.now());
  describeBySettings(books, config);
  const outletCode = outletOf(store);
  if (outletCode === null) throw new Error('the journal was begun');
  return { outletCode, port };
}

const hasManager = ({ store }: Books): boolean =>
  store.operators.all().some(({ role, active }) => role === 'manager' && active);

/** @returns the port on which it was asked */
async function askInBrowser(books: Books, config: Config, deps: FirstStartDeps): Promise<number> {
  const { store, time } = books;
  const { operators, screens, announce, onFault, signal } = deps;
  const server = createSetUpServer({
    screens,
    centre: config.central.type === 'url' ? 'configured' : 'none',
    outletCode: outletOf(store) ?? config.outlet.code,
    onFault,
    async setUp({ outletCode, name, address, phone, manager, enrolmentCode }) {
      if (outletOf(store) === null) beginJournal(store, config, { outlet: outletCode, at: time.now() });
      store.transact(() => store.record({ kind: 'outlet-described', name, address, phone }, time.now()));
      await operators.begin(manager);
      if (enrolmentCode === undefined) return 'not-asked';
      return enrolled(await deps.enrol(outletCode, enrolmentCode));
    },
  });
  const { address, port } = await server.listen(config.host, config.port);
  announce(address);
  try {
    const ended = once(signal, 'abort').then(() => 'ended' as const);
    if ((await Promise.race([server.done, ended])) === 'ended') throw new NotSetUp();
    return port;
  } finally {
    await server.close();
  }
}

function enrolled(answer: EnrolAnswer): Enrolled {
  switch (answer) {
    case 'not-your-right':
    case 'not-now':
    case 'no-centre':
    case 'enrolled-already':
      return 'centre-refused';
    default:
      return answer;
  }
}

/** A name in the settings is the outlet's, until the manager gives it another. */
function describeBySettings({ store, time }: Books, { outlet }: Config): void {
  if (outlet.name === null || store.latestFacts.of('outlet-described')) return;
  const { name } = outlet;
  store.transact(() => store.record({ kind: 'outlet-described', name, address: '', phone: '' }, time.now()));
}
