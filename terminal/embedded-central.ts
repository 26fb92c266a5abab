import { join } from 'node:path';
import type { OutletCode } from '#rules';
import { atTheMachine, type CentreDesk } from '#services';
import type { Config } from './config.ts';

/** A centre in the same process, for a demonstration on one machine. */
export interface EmbeddedCentral {
  readonly address: string;
  /** A one-time code for a till of this outlet. */
  enrolmentCode(outlet: OutletCode): Promise<string>;
  listOutlet(outlet: { readonly code: OutletCode; readonly name: string }): Promise<void>;
  close(): Promise<void>;
}

/** @throws the system's error, such as EADDRINUSE */
export type OpenCentral = (options: {
  readonly purpose: 'demo';
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
}) => Promise<EmbeddedCentral>;

/** The centre's port beside the till's: 8030 beside 8020. */
const portsBetween = 10;

/** In the till's folder, and for this machine alone: what is said is not encrypted. */
export const openEmbedded = (open: OpenCentral, { dataFolder, port }: Config): Promise<EmbeddedCentral> =>
  open({
    purpose: 'demo',
    dataFolder: join(dataFolder, 'central'),
    host: '127.0.0.1',
    port: port === 0 ? 0 : port + portsBetween,
  });

/** A demonstration has nobody who would carry a code from one page to the other. */
export async function joinEmbedded(
  central: EmbeddedCentral,
  desk: CentreDesk,
  outlet: { readonly code: OutletCode; readonly name: string },
): Promise<void> {
  await central.listOutlet(outlet);
  if (desk.status().mode === 'enrolled') return;
  const outcome = await desk.enrol(await central.enrolmentCode(outlet.code), atTheMachine);
  if (outcome !== 'done') throw new Error(`the embedded centre does not take this till: ${outcome}`);
}
