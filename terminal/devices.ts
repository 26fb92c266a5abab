import { existsSync } from 'node:fs';
import { type CardReader, createPcscCardReader, isVirtualPcd, probeReaders } from '#card-reader';
import { createFilePrinter, createNoPrinter, createTcpPrinter, type Printer } from '#printer';
import { exhaustive } from '#rules';
import type { VirtualDevices } from '#services';
import type { Config } from './config.ts';

export interface Devices {
  readonly reader: CardReader;
  readonly printer: Printer;
  readonly virtual: VirtualDevices | null;
  close(): Promise<void>;
}

/** Where Linux puts the first USB receipt printer. Elsewhere `auto` finds none, and the setting names the printer. */
const usbPrinter = '/dev/usb/lp0';

type Needed = {
  readonly reader: 'pcsc' | 'virtual';
  readonly printer: Exclude<Config['printer'], { type: 'auto' }>;
};

export interface DevicesDeps {
  /** The built `pcsc-child.js`. */
  readonly childProgram: string;
  /** In which the sample child is a child. */
  readonly year: number;
}

export async function openDevices(config: Config, { childProgram, year }: DevicesDeps): Promise<Devices> {
  const needed: Needed = {
    reader: await readerToUse(config, childProgram),
    printer: printerToUse(config),
  };
  const virtual = await openVirtual(needed, config, year);
  const reader = virtual?.reader ?? createPcscCardReader({ childProgram });
  const printer = virtual?.printer ?? openPrinter(needed.printer, config);
  return {
    reader,
    printer,
    virtual: virtual?.panel ?? null,
    close: async () => {
      await Promise.all([reader.close(), printer.close()]);
      virtual?.close();
    },
  };
}

async function readerToUse({ reader, purpose }: Config, childProgram: string): Promise<Needed['reader']> {
  if (reader !== 'auto') return reader;
  if (purpose === 'shop') return 'pcsc';
  const found = await probeReaders({ childProgram });
  return found.some((name) => !isVirtualPcd(name)) ? 'pcsc' : 'virtual';
}

function printerToUse({ printer, purpose }: Config): Needed['printer'] {
  if (printer.type !== 'auto') return printer;
  if (existsSync(usbPrinter)) return { type: 'file', path: usbPrinter };
  return { type: purpose === 'shop' ? 'none' : 'virtual' };
}

/** The virtual devices are loaded only where they are used; a shop's program never does. */
async function openVirtual(needed: Needed, config: Config, year: number) {
  const wanted = { reader: needed.reader === 'virtual', printer: needed.printer.type === 'virtual' };
  if (config.purpose === 'shop' || !(wanted.reader || wanted.printer)) return null;
  const { createVirtualDevices } = await import('#fixtures/virtual-devices');
  return createVirtualDevices({ ...wanted, paper: config.paper, year });
}

function openPrinter(address: Needed['printer'], { paper }: Config): Printer {
  switch (address.type) {
    case 'tcp':
      return createTcpPrinter({ host: address.host, port: address.port, paper });
    case 'file':
      return createFilePrinter({ path: address.path, paper });
    case 'none':
    case 'virtual':
      return createNoPrinter();
    default:
      return exhaustive(address);
  }
}
