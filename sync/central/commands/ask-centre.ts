import { X509Certificate } from 'node:crypto';
import * as http from 'node:http';
import * as tls from 'node:tls';
import type { CentralConfig } from '../config.ts';

/** What the running centre said. */
export interface CentreSaid {
  readonly status: number;
  /** Parsed JSON; an empty object where it was none. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the centre that runs on this machine, as its operator. @throws CentreNotRunning */
export type AskCentre = (method: 'GET' | 'POST', path: string, body?: Buffer | object) => Promise<CentreSaid>;

/** Nobody answers at the address of the settings, or somebody else does. */
export class CentreNotRunning extends Error {}

export function createAskCentre(
  { host, port, tls: own }: Pick<CentralConfig, 'host' | 'port' | 'tls'>,
  token: string,
): AskCentre {
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;

  return async (method, path, body) => {
    const sent = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    try {
      const socket = own ? await connectTo(here, port, own.cert) : undefined;
      return await exchange(
        {
          ...{ host: here, port, method, path: `/admin/api${path}` },
          ...(socket && { createConnection: () => socket }),
          headers: { authorization: `Bearer ${token}`, 'content-length': sent?.length ?? 0 },
        },
        sent,
      );
    } catch (error) {
      const reason =
        error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : error;
      throw new CentreNotRunning(`no centre answers at ${here}:${port}: ${reason}`, { cause: error });
    }
  };
}

/** The certificate is the very one of the settings, so neither its names nor who signed it matter here. */
function connectTo(host: string, port: number, cert: Buffer): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host, port, rejectUnauthorized: false }, () => {
      if (socket.getPeerX509Certificate()?.fingerprint256 === new X509Certificate(cert).fingerprint256)
        resolve(socket);
      else socket.destroy(new Error('another certificate than that of the settings'));
    });
    socket.once('error', reject);
  });
}

function exchange(options: http.RequestOptions, body: Buffer | undefined): Promise<CentreSaid> {
  return new Promise((resolve, reject) => {
    const asking = http.request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString()) }),
      );
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

function parsed(text: string): CentreSaid['body'] {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as CentreSaid['body']) : {};
  } catch {
    return {};
  }
}
