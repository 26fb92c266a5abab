import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { parsePrinterAddress } from '#printer';
import {
  type Instant,
  instantOf,
  type OutletCode,
  outletCodeSchema,
  type PolicyPack,
  plainText,
  policyPackSchema,
  shippedPolicies,
} from '#rules';
import type { Purpose } from '#services';
import { parseCentreAddress } from '#sync-client';

/** What the person who set the till up got wrong: the key, and what it wants. Exit code 2. */
export class BadConfiguration extends Error {}

const port = z.coerce.number<unknown>().int().min(0).max(65_535);

const settingsSchema = z.strictObject({
  TERMINAL_HOST: z.string().min(1).default('127.0.0.1'),
  TERMINAL_PORT: port.default(8020),
  /** Where the till listens for paired phones; by default twenty above its own port. */
  TERMINAL_PHONE_PORT: port.optional(),
  /** By which address of this machine; without it a manager chooses one of the shop's network. */
  TERMINAL_PHONE_HOST: z.ipv4().optional(),
  TERMINAL_DATA: z.string().min(1).default('till-data'),
  /** Where backups go; by default beside the database. A folder that is named has to exist: a USB stick may be out. */
  TERMINAL_BACKUP: z.string().min(1).optional(),
  TERMINAL_OUTLET: outletCodeSchema.optional(),
  TERMINAL_OUTLET_NAME: plainText.min(1).max(40).optional(),
  TERMINAL_READER: z.enum(['auto', 'pcsc', 'virtual']).default('auto'),
  TERMINAL_PRINTER: z.string().default('auto').transform(printerAddress),
  TERMINAL_PAPER: z
    .enum(['58', '80'])
    .default('80')
    .transform(Number)
    .pipe(z.union([z.literal(58), z.literal(80)])),
  /** By default none in a shop, and one of its own in a demonstration. */
  TERMINAL_CENTRAL: z.string().transform(centralPlace).optional(),
  TERMINAL_POLICY: z.string().default('leaflet').transform(policyPack),
  TERMINAL_CLOCK: z.iso.datetime({ offset: true }).transform(instantOf).optional(),
});

type Settings = z.infer<typeof settingsSchema>;

/** Where the centre is; `embedded`: in this process. */
export type CentralPlace =
  | { readonly type: 'none' | 'embedded' }
  | { readonly type: 'url'; readonly address: URL };

export interface Config {
  readonly purpose: Purpose;
  readonly host: string;
  readonly port: number;
  /** Where phones find the till; `host: null`: at an address of the shop's network that a manager chooses. */
  readonly phones: { readonly host: string | null; readonly port: number };
  readonly dataFolder: string;
  /** `null`: the folder that backups have by default. */
  readonly backupFolder: string | null;
  /** As far as the settings say; a shop is asked for the rest at its first start. */
  readonly outlet: { readonly code: OutletCode | null; readonly name: string | null };
  readonly reader: Settings['TERMINAL_READER'];
  readonly printer: Settings['TERMINAL_PRINTER'];
  readonly paper: Settings['TERMINAL_PAPER'];
  readonly central: CentralPlace;
  /** Until the centre sends rules. */
  readonly policy: PolicyPack;
  /** The instant at which the clock stands at start; `null` for the machine's own. */
  readonly clockStart: Instant | null;
}

/** An outlet that exists nowhere: the last serial of a township that has no such number. */
const demoOutlet = { code: outletCodeSchema.parse('5901999992'), name: '示範藥局' };

/**
 * Reads the settings from the environment and, below it, from `terminal.json` in the working folder.
 * @throws BadConfiguration naming every key that is wrong
 */
export function loadConfig(purpose: Purpose, environment: NodeJS.ProcessEnv, file = 'terminal.json'): Config {
  const fromEnvironment = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key.startsWith('TERMINAL_') && value !== ''),
  );
  const settings = settingsSchema.safeParse({ ...readSettings(file), ...fromEnvironment });
  if (!settings.success) throw new BadConfiguration(explain(settings.error));
  const s = settings.data;
  if (purpose === 'shop') refuseDemoSettings(s);
  return purpose === 'drill' ? drillOf(configOf('drill', s)) : configOf(purpose, s);
}

/** Practice happens beside the shop: on the next port, in a folder of its own that nothing else knows. */
const drillOf = (config: Config): Config => ({
  ...config,
  port: config.port === 0 ? 0 : config.port + 1,
  dataFolder: mkdtempSync(join(tmpdir(), 'till-drill-')),
  backupFolder: null,
  central: { type: 'none' },
  reader: 'virtual',
  printer: { type: 'virtual' },
});

function configOf(purpose: Purpose, s: Settings): Config {
  const known = purpose === 'shop' ? { code: null, name: null } : demoOutlet;
  return {
    purpose,
    host: s.TERMINAL_HOST,
    port: s.TERMINAL_PORT,
    phones: {
      host: s.TERMINAL_PHONE_HOST ?? null,
      port: s.TERMINAL_PHONE_PORT ?? portForPhones(s.TERMINAL_PORT),
    },
    dataFolder: s.TERMINAL_DATA,
    backupFolder: s.TERMINAL_BACKUP ?? null,
    outlet: { code: s.TERMINAL_OUTLET ?? known.code, name: s.TERMINAL_OUTLET_NAME ?? known.name },
    reader: s.TERMINAL_READER,
    printer: s.TERMINAL_PRINTER,
    paper: s.TERMINAL_PAPER,
    central: s.TERMINAL_CENTRAL ?? { type: purpose === 'demo' ? 'embedded' : 'none' },
    policy: s.TERMINAL_POLICY,
    clockStart: s.TERMINAL_CLOCK ?? null,
  };
}

/** Zero is any that is free, for both. */
const portForPhones = (own: number): number => (own === 0 ? 0 : own + (own > 65_515 ? -20 : 20));

function refuseDemoSettings(s: Settings): void {
  const wrong = [
    s.TERMINAL_READER === 'virtual' && 'TERMINAL_READER: a virtual reader cannot sell; use auto or pcsc',
    s.TERMINAL_PRINTER.type === 'virtual' &&
      'TERMINAL_PRINTER: a virtual printer prints nothing; name a real one or none',
    s.TERMINAL_CENTRAL?.type === 'embedded' &&
      'TERMINAL_CENTRAL: an embedded centre is for demonstrations only; use the address of one, or none',
    s.TERMINAL_CLOCK !== undefined && 'TERMINAL_CLOCK is for demonstrations and tests only',
  ].filter((line) => line !== false);
  if (wrong.length > 0) throw new BadConfiguration(wrong.join('\n'));
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

function printerAddress(text: string, context: z.RefinementCtx) {
  const address = parsePrinterAddress(text);
  if (address.ok) return address.value;
  context.addIssue('use auto, none, virtual, tcp://host:9100 or file:/dev/usb/lp0');
  return z.NEVER;
}

function centralPlace(text: string, context: z.RefinementCtx): CentralPlace {
  if (text === 'none' || text === 'embedded') return { type: text };
  const address = parseCentreAddress(text);
  if (address.ok) return { type: 'url', address: address.value };
  context.addIssue(
    address.problem === 'plain-http-to-another-host'
      ? 'plain http may only go to this machine itself; use https'
      : 'use none, embedded or an address such as https://centre.example',
  );
  return z.NEVER;
}

function policyPack(text: string, context: z.RefinementCtx): PolicyPack {
  const shipped = shippedPolicies[text];
  if (shipped) return shipped;
  try {
    return policyPackSchema.parse(JSON.parse(readFileSync(text, 'utf8')));
  } catch {
    context.addIssue(`use ${Object.keys(shippedPolicies).join(', ')} or the path of a policy pack in JSON`);
    return z.NEVER;
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
