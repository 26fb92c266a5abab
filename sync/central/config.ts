import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { InFront } from './access/asker-address.ts';
import type { Purpose } from './ingest/batch-check.ts';

/** What the person who set the centre up got wrong: the key, and what it wants. Exit code 2. */
export class BadConfiguration extends Error {}

export type StorePlace =
  | { readonly type: 'sqlite'; readonly folder: string }
  | { readonly type: 'postgres'; readonly url: string };

export interface CentralConfig {
  readonly purpose: Purpose;
  readonly host: string;
  readonly port: number;
  /** Keys, and with SQLite the database. */
  readonly dataFolder: string;
  readonly store: StorePlace;
  /** Certificate and key in PEM; `null` on loopback, or where a proxy in front has them. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Most connections of one address; `null` behind a proxy, whose address all share. */
  readonly connectionsPerAddress: number | null;
  /** `nobody` unless said. */
  readonly inFront?: InFront;
  /** A tile server for the public map, and whom to thank for it; without one the map is drawn from outlines. */
  readonly tiles?: { readonly url: string; readonly thanks: string } | null;
}

const settingsSchema = z.strictObject({
  CENTRAL_HOST: z.string().min(1).default('127.0.0.1'),
  CENTRAL_PORT: z.coerce.number<unknown>().int().min(0).max(65_535).default(8030),
  CENTRAL_DATA: z.string().min(1).default('central-data'),
  CENTRAL_STORE: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'use sqlite:PATH or postgres://user:password@host/database')
    .optional(),
  CENTRAL_TLS_CERT: z.string().min(1).optional(),
  CENTRAL_TLS_KEY: z.string().min(1).optional(),
  /** A proxy in front speaks TLS, bounds its clients, and ends `X-Forwarded-For` with the address of each. */
  CENTRAL_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  CENTRAL_CONNECTIONS_PER_ADDRESS: z.coerce.number<unknown>().int().min(1).default(256),
  CENTRAL_TILES: z
    .string()
    .refine(isTilesUrl, 'use https://HOST/{z}/{x}/{y}.png, or http:// on this machine')
    .optional(),
  CENTRAL_TILES_THANKS: z.string().max(200).default(''),
});
type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings from the environment and, below it, from `central.json` in the working folder.
 * @throws BadConfiguration naming every key that is wrong
 */
export function loadCentralConfig(environment: NodeJS.ProcessEnv, file = 'central.json'): CentralConfig {
  const fromEnvironment = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key.startsWith('CENTRAL_') && value !== ''),
  );
  const settings = settingsSchema.safeParse({ ...readSettings(file), ...fromEnvironment });
  if (!settings.success) throw new BadConfiguration(explain(settings.error));
  const s = settings.data;
  const tls = readTls(s);
  const behindProxy = s.CENTRAL_BEHIND_PROXY === 'yes';
  if (!tls && !behindProxy && !isLoopback(s.CENTRAL_HOST)) {
    throw new BadConfiguration(
      `CENTRAL_HOST: ${s.CENTRAL_HOST} is not this machine alone, so tills would speak to it unprotected; ` +
        'set CENTRAL_TLS_CERT and CENTRAL_TLS_KEY, or CENTRAL_BEHIND_PROXY=yes where a proxy has the certificate',
    );
  }
  return {
    purpose: 'shop',
    host: s.CENTRAL_HOST,
    port: s.CENTRAL_PORT,
    dataFolder: s.CENTRAL_DATA,
    store: storeOf(s),
    tls,
    connectionsPerAddress: behindProxy ? null : s.CENTRAL_CONNECTIONS_PER_ADDRESS,
    inFront: behindProxy ? 'proxy' : 'nobody',
    tiles: s.CENTRAL_TILES === undefined ? null : { url: s.CENTRAL_TILES, thanks: s.CENTRAL_TILES_THANKS },
  };
}

/** The page names its host in a header, so it has to be a host and nothing else. */
function isTilesUrl(text: string): boolean {
  const [, protocol, host = ''] =
    /^(https?):\/\/((?:\{s\}\.)?[\w.-]+(?::\d+)?)\/[^\s;,'"]*$/.exec(text) ?? [];
  const whole = ['{z}', '{x}', '{y}'].every((blank) => text.includes(blank));
  return whole && (protocol === 'https' || (protocol === 'http' && isLoopback(host.replace(/:\d+$/, ''))));
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);

function storeOf({ CENTRAL_STORE: store, CENTRAL_DATA: folder }: Settings): StorePlace {
  if (store === undefined) return { type: 'sqlite', folder };
  return store.startsWith('sqlite:')
    ? { type: 'sqlite', folder: store.slice('sqlite:'.length) }
    : { type: 'postgres', url: store };
}

function readTls({ CENTRAL_TLS_CERT: cert, CENTRAL_TLS_KEY: key }: Settings): CentralConfig['tls'] {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) {
    throw new BadConfiguration('CENTRAL_TLS_CERT and CENTRAL_TLS_KEY go together');
  }
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (error) {
    throw new BadConfiguration(`CENTRAL_TLS_CERT, CENTRAL_TLS_KEY: ${(error as Error).message}`);
  }
}

function readSettings(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new BadConfiguration(
      `${file} is not a JSON object: ${error instanceof Error ? error.message : error}`,
    );
  }
}

const explain = (error: z.ZodError): string =>
  error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(', ')}: no such setting`
        : `${issue.path.join('.')}: ${issue.message}`,
    )
    .join('\n');
