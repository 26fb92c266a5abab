import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#rules';
import { atTheMachine, type CentreDesk, type EnrolAnswer, type TakeBackAnswer } from '#services';
import { writeDurably } from '#store';
import { type Books, openBooks, outletOf } from './books.ts';
import { createCentre, linkTo } from './centre.ts';
import { BadConfiguration, type Config } from './config.ts';

/** What a person at the machine can do about the centre while the till is not running. All throw what `openBooks` throws. */

export interface AtTheMachine {
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** Makes the till known to the centre by a one-time code. @throws BadConfiguration where there is no centre */
export const enrolTill = (config: Config, code: string, at: AtTheMachine): Promise<EnrolAnswer> =>
  withDesk(config, at, ({ desk }) => desk.enrol(code, atTheMachine));

/** Writes what the centre does not have into a folder. @returns the file, or why there is none */
export const carryOutTo = (
  config: Config,
  folder: string,
  at: AtTheMachine,
): Promise<{ readonly file: string } | 'not-your-right' | 'not-now'> =>
  withDesk(config, at, async ({ desk, books }) => {
    const carried = desk.carryOut(atTheMachine);
    if (typeof carried === 'string') return carried;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `carried-${outletOf(books.store)}-${books.store.journal.head().seq}.json`);
    writeDurably(file, JSON.stringify(carried));
    return { file };
  });

/** Takes back the centre's answer to such a file. */
export const takeBackFrom = (config: Config, file: string, at: AtTheMachine): Promise<TakeBackAnswer> => {
  if (!existsSync(file)) throw new BadConfiguration(`${file} is not there`);
  return withDesk(config, at, async ({ desk }) => desk.takeBack(readFileSync(file, 'utf8'), atTheMachine));
};

async function withDesk<T>(
  config: Config,
  { clock, onFault }: AtTheMachine,
  work: (open: { readonly desk: CentreDesk; readonly books: Books }) => Promise<T>,
): Promise<T> {
  if (config.central.type !== 'url')
    throw new BadConfiguration('TERMINAL_CENTRAL names no centre: set it to the address of one');
  const books = openBooks(config, clock, onFault);
  try {
    const outletCode = outletOf(books.store);
    if (outletCode === null)
      throw new BadConfiguration(`${config.dataFolder} holds no till yet: start it once to set it up`);
    const link = { ...linkTo(config.central.address), holdHints: () => () => undefined };
    const { dataFolder } = config;
    const centre = createCentre({ books, outletCode, dataFolder, link, onFault, onRefused: onFault });
    try {
      await centre.open();
      return await work({ desk: centre.desk, books });
    } finally {
      await centre.close();
    }
  } finally {
    books.close();
  }
}
