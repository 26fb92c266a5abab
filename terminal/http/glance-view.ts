import type { GlanceView, PhoneSnapshot } from '#api';
import { type Buckets, businessDayOf } from '#rules';
import type { Till } from '#services';

/** How the day goes, for the manager's page and for a phone. */
export function glanceView({ glance }: Till): GlanceView {
  const { soldByHour, usualByHour, ...figures } = glance.figures();
  return { ...figures, soldByHour: [...soldByHour], usualByHour: usualByHour && [...usualByHour] };
}

/** All that leaves the machine for a phone: figures of the outlet, and how its devices do. */
export function phoneSnapshot(till: Till, revision: number): PhoneSnapshot {
  const { store, time, shop, centre } = till;
  const at = time.now();
  const day = businessDayOf(at);
  const stock = store.stock.on(day);
  const { persons } = till.dayClosing.figures(day);
  const { byHand, paper: fromPaper, conflicts } = till.reviewing.open();
  const { mode, phase, line, equal, heardAt, unsent, oldestUnsentAt } = centre.status();
  const { link, paper } = till.printerStatus();
  return {
    ...{ revision, at, day, persons },
    mode: till.purpose,
    outletName: shop.outlet().name,
    sellingState: shop.sellingState().state,
    stock: { adult: stockView(stock.adult), child: stockView(stock.child) },
    glance: glanceView(till),
    conflicts,
    toReview: byHand + fromPaper,
    central: { mode, phase, line, equal, heardAt, unsent, oldestUnsentAt },
    clock: time.trust(),
    disk: till.disk.state().state,
    reader: till.readerStatus().health,
    printer: { link, paper },
  };
}

const stockView = ({ onHand, promised, notYetOnSale }: Buckets): PhoneSnapshot['stock']['adult'] => ({
  ...{ onHand, promised, notYetOnSale },
  available: onHand - promised,
});
