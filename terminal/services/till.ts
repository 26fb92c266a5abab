import type { ReaderStatus } from '#card-reader';
import type { PrinterStatus } from '#printer';
import type { PolicyPack } from '#rules';
import type { Store } from '#store';
import type { Counter } from './counter.ts';
import type { Outlet } from './receipt-document.ts';
import type { Signal } from './signal.ts';
import type { Slips } from './slips.ts';
import type { StockKeeping } from './stock-keeping.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { VirtualDevices } from './virtual-devices.ts';

/** Everything a screen can see of a till and ask it to do. */
export interface Till {
  readonly outlet: Outlet;
  readonly policy: PolicyPack;
  readonly time: TimeKeeper;
  readonly store: Pick<Store, 'journal' | 'sales' | 'stock' | 'printJobs'>;
  readonly counter: Omit<Counter, 'close' | 'changed'>;
  readonly slips: Pick<Slips, 'copy' | 'settle'>;
  readonly stockKeeping: StockKeeping;
  readonly readerStatus: () => ReaderStatus;
  readonly printerStatus: () => PrinterStatus;
  readonly virtual: VirtualDevices | null;
  /** Raised at every change of anything above. */
  readonly changed: Signal;
}
