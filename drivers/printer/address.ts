import { malformed, type Parsed, parsed } from '#rules';

/** Where the configuration says the printer is. */
export type PrinterAddress =
  | { readonly type: 'tcp'; readonly host: string; readonly port: number }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'none' }
  | { readonly type: 'auto' }
  | { readonly type: 'virtual' };

export type AddressProblem = 'unknown-form' | 'no-host' | 'bad-port' | 'no-path';

/** The port of printers on the network where an address names none. */
const rawPort = 9100;

/** Reads `tcp://host:port`, `tcp://host`, `file:/dev/usb/lp0`, `file:\\.\LPT1`, `none`, `auto` or `virtual`. */
export function parsePrinterAddress(text: string): Parsed<PrinterAddress, AddressProblem> {
  if (text === 'none' || text === 'auto' || text === 'virtual') return parsed({ type: text });
  if (text.startsWith('file:')) {
    // Not read as a URL: a Windows device path has backslashes that a URL would turn round.
    const path = text.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
    return path === '' ? malformed('no-path') : parsed({ type: 'file', path });
  }
  if (text.startsWith('tcp://')) return parseTcp(text.slice('tcp://'.length));
  return malformed('unknown-form');
}

function parseTcp(text: string): Parsed<PrinterAddress, AddressProblem> {
  const [, bracketed, plain, portText] = /^(?:\[([^\]]*)\]|([^:/[\]\s]*))(?::([^/]*))?\/?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) return malformed('unknown-form');
  if (host === '') return malformed('no-host');
  const port = portText === undefined ? rawPort : Number(/^\d{1,5}$/.test(portText) ? portText : Number.NaN);
  if (!(port >= 1 && port <= 65_535)) return malformed('bad-port');
  return parsed({ type: 'tcp', host, port });
}
