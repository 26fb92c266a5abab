import type { ReaderStatus } from '#card-reader';
import type { PrinterStatus } from '#printer';
import type { OutletCode } from '#rules';
import type { Store } from '#store';
import type { Backups } from './backups.ts';
import type { CentreDesk } from './centre-desk.ts';
import type { ClockKeeping } from './clock-keeping.ts';
import type { Counter } from './counter.ts';
import type { DayClosing } from './day-closing.ts';
import type { DiskSpace } from './disk-space.ts';
import type { DisplayDesk } from './display-desk.ts';
import type { Glance } from './glance.ts';
import type { OperatorDesk } from './operators.ts';
import type { PaperSales } from './paper-sales.ts';
import type { PhoneDesk } from './phones.ts';
import type { PolicyBook } from './policy-book.ts';
import type { QuotaChecks } from './quota-checks.ts';
import type { ReaderCare } from './reader-care.ts';
import type { Reviewing } from './reviewing.ts';
import type { Selling } from './selling.ts';
import type { ShopKeeping } from './shop-keeping.ts';
import type { Signal } from './signal.ts';
import type { Slips } from './slips.ts';
import type { StockKeeping } from './stock-keeping.ts';
import type { TicketServing } from './ticket-serving.ts';
import type { TicketDesk } from './tickets.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { VirtualDevices } from './virtual-devices.ts';
import type { Voiding } from './voiding.ts';

/** `shop` sells for real; `demo` shows the program; `drill` is for practice, and says so on screen and slip. */
export type Purpose = 'shop' | 'demo' | 'drill';

/** Everything a screen can see of a till and ask it to do. */
export interface Till {
  readonly purpose: Purpose;
  readonly outletCode: OutletCode;
  readonly policies: PolicyBook;
  readonly time: TimeKeeper;
  readonly store: Store;
  readonly counter: Omit<Counter, 'close' | 'changed'>;
  readonly slips: Pick<Slips, 'copy' | 'settle' | 'test'>;
  readonly selling: Pick<Selling, 'mayBuyAt' | 'ageOf'>;
  readonly voiding: Voiding;
  readonly paperSales: PaperSales;
  readonly reviewing: Reviewing;
  readonly stockKeeping: StockKeeping;
  readonly tickets: TicketDesk;
  readonly serving: TicketServing;
  readonly dayClosing: DayClosing;
  readonly shop: ShopKeeping;
  readonly operators: OperatorDesk;
  readonly clockKeeping: ClockKeeping;
  readonly centre: CentreDesk;
  readonly checks: Pick<QuotaChecks, 'of'>;
  readonly glance: Glance;
  readonly phones: PhoneDesk;
  readonly backups: Backups;
  readonly disk: DiskSpace;
  readonly readerCare: ReaderCare;
  readonly display: DisplayDesk;
  readonly readerStatus: () => ReaderStatus;
  readonly printerStatus: () => PrinterStatus;
  readonly virtual: VirtualDevices | null;
  /** Raised at every change of anything above. */
  readonly changed: Signal;
}
