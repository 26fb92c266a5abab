import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Instant, instant, isoOf } from '#rules';
import { BadConfiguration } from '../config.ts';
import { writeDurably } from '../operations/durable-file.ts';
import type { AskCentre, CentreSaid } from './ask-centre.ts';

/** What one command asks for, and what it says when it is done. */
interface Command {
  /** As it is written; words in brackets may be left out. */
  readonly words: readonly string[];
  carryOut(ask: AskCentre, words: readonly string[]): Promise<Report>;
}

export type Report =
  | { readonly outcome: 'done'; readonly text: string }
  | { readonly outcome: 'refused'; readonly text: string };

/** Those that ask the running centre, by their name. */
export const commands: Readonly<Record<string, Command>> = {
  'outlets import': {
    words: ['FILE'],
    carryOut: async (ask, [file = '']) =>
      report(await ask('POST', '/outlets', readGiven(file)), (body) =>
        importReport(body as unknown as Import),
      ),
  },
  code: {
    words: ['OUTLET'],
    carryOut: async (ask, [outlet]) =>
      report(
        await ask('POST', '/codes', { outlet }),
        ({ code, expiresAt }) => `${code}\nfor one till of ${outlet}, until ${taipei(expiresAt)}`,
      ),
  },
  revoke: {
    words: ['OUTLET', 'TILL'],
    carryOut: async (ask, [outlet, tillId]) =>
      report(
        await ask('POST', '/tills/revoke', { outlet, tillId }),
        () => `revoked: nothing of ${outlet}/${tillId} is taken any more`,
      ),
  },
  'policy announce': {
    words: ['FILE', 'EFFECTIVE'],
    carryOut: async (ask, [file = '', effective]) =>
      report(
        await ask('POST', '/policies', { pack: jsonOf(file), effective }),
        ({ number }) => `announced: number ${number}, in force from ${effective}`,
      ),
  },
  deliver: {
    words: ['OUTLET', 'DAY', 'ADULT', 'CHILD', '[NOTE]'],
    carryOut: async (ask, [outlet, day, adult, child, note]) =>
      report(
        await ask('POST', '/deliveries', {
          ...{ outlet, day, pieces: { adult: Number(adult), child: Number(child) } },
          ...(note !== undefined && { note }),
        }),
        ({ deliveryId }) => `announced: delivery ${deliveryId}`,
      ),
  },
  message: {
    words: ['OUTLET', 'TEXT'],
    carryOut: async (ask, [outlet, text]) =>
      report(
        await ask('POST', '/messages', { to: outlet === 'all' ? 'all' : { outlet }, text }),
        ({ outlets }) => `sent to ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`,
      ),
  },
  'access add': {
    words: ['NAME', 'ROLE', '[SCOPE]'],
    carryOut: async (ask, [name, role, scope]) =>
      report(
        await ask('POST', '/access', { name, role, ...(scope !== undefined && { scope }) }),
        ({ token }) => `${token}\nthe token of ${name}; it is kept nowhere, so it is shown once`,
      ),
  },
  'account add': {
    words: ['NAME', 'ROLE', '[SCOPE]'],
    carryOut: async (ask, [name, role, scope]) =>
      report(
        await ask('POST', '/accounts', { name, role, ...(scope !== undefined && { scope }) }),
        invitationText,
      ),
  },
  'account again': {
    words: ['NAME'],
    carryOut: async (ask, [name = '']) =>
      report(await ask('POST', `/accounts/${encodeURIComponent(name)}/invitation`, {}), invitationText),
  },
  carried: {
    words: ['FILE', 'FOLDER'],
    async carryOut(ask, [file = '', folder = '']) {
      const said = await ask('POST', '/carried', readGiven(file));
      if (said.status >= 300) return refusal(said);
      const { till, push } = said.body as { till: string; push: { acknowledged: { seq: number } } };
      const written = join(folder, `answered-${till.split('/')[0]}-${push.acknowledged.seq}.json`);
      writeDurably(written, JSON.stringify(said.body));
      return done(`written: ${written}`);
    },
  },
  backup: {
    words: ['FOLDER'],
    carryOut: async (ask, [folder = '']) =>
      report(await ask('POST', '/backups', { folder: resolve(folder) }), (body) => `written: ${body.folder}`),
  },
};

/** @returns the command and its own words. @throws BadConfiguration naming what is wanted */
export function commandOf(given: readonly string[]): {
  readonly command: Command;
  readonly words: readonly string[];
} {
  for (const length of [2, 1]) {
    const name = given.slice(0, length).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) continue;
    const words = given.slice(length);
    const least = command.words.filter((word) => !word.startsWith('[')).length;
    if (words.length >= least && words.length <= command.words.length) return { command, words };
    throw new BadConfiguration(`${name} wants ${command.words.join(' ')}`);
  }
  const known = Object.entries(commands).map(([name, { words }]) => `  ${name} ${words.join(' ')}`);
  throw new BadConfiguration(
    `no such command: ${given.join(' ')}; without words the centre runs, and there are\n${[...known, '  restore FOLDER'].join('\n')}`,
  );
}

const done = (text: string): Report => ({ outcome: 'done', text });

const report = (said: CentreSaid, text: (body: CentreSaid['body']) => string): Report =>
  said.status < 300 ? done(text(said.body)) : refusal(said);

const refusal = ({ status, body }: CentreSaid): Report => {
  const why = [body.code ?? `HTTP ${status}`, body.detail].filter((part) => part !== undefined);
  return { outcome: 'refused', text: `nothing was changed: ${why.join(', ')}` };
};

interface RowSaid {
  readonly row: number;
  readonly code: string;
  readonly why: string;
}
interface Import {
  readonly taken: number;
  readonly refused: readonly RowSaid[];
  readonly doubtful: readonly RowSaid[];
}

function importReport({ taken, refused, doubtful }: Import): string {
  const line = ({ row, code, why }: RowSaid) => `  row ${row} ${code}: ${why}`;
  return [
    `${taken} outlets taken, ${refused.length} rows refused, ${doubtful.length} doubtful`,
    ...(refused.length > 0 ? ['refused', ...refused.map(line)] : []),
    ...(doubtful.length > 0 ? ['taken all the same', ...doubtful.map(line)] : []),
  ].join('\n');
}

const invitationText = ({ name, invitation, until }: CentreSaid['body']): string =>
  `/admin#invitation=${invitation}\n${name} opens this at the centre's address until ${taipei(until)}, once, ` +
  'with an authenticator on a telephone at hand';

const taipei = (at: unknown): string =>
  isoOf(instant(at as Instant))
    .slice(0, 16)
    .replace('T', ' ');

function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadConfiguration(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function jsonOf(file: string): unknown {
  const text = readGiven(file).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new BadConfiguration(`${file} is not JSON`);
  }
}
