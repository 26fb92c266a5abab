import type { Store } from '#store';
import { createSignal, type Signal } from './signal.ts';

/** The language that stands beneath the Chinese on the customer's display. */
export type DisplayLanguage = 'zh' | 'en' | 'id' | 'vi' | 'th';

/** What the counter lets the customer's display show beside the visit. Nothing of it is kept. */
export interface DisplayDesk {
  language(): DisplayLanguage;
  chooseLanguage(language: DisplayLanguage): void;
  /** The receipt that stands there as a QR code. */
  receiptShown(): string | null;
  showReceipt(receiptNumber: string | null): 'done' | 'unknown';
  readonly changed: Signal;
}

export function createDisplayDesk(store: Pick<Store, 'sales'>): DisplayDesk {
  const changed = createSignal();
  let language: DisplayLanguage = 'en';
  let shown: string | null = null;
  return {
    changed,
    language: () => language,
    chooseLanguage(chosen) {
      language = chosen;
      changed.raise();
    },
    receiptShown: () => shown,
    showReceipt(receiptNumber) {
      if (receiptNumber === shown) return 'done';
      if (receiptNumber !== null && !store.sales.byReceipt(receiptNumber)) return 'unknown';
      shown = receiptNumber;
      changed.raise();
      return 'done';
    },
  };
}
