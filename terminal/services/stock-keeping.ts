import type { PiecesByKind } from '#rules';
import type { Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export interface StockKeeping {
  /** Records masks put on sale; the same `commandId` a second time changes nothing. @throws a storage error */
  goodsIn(commandId: string, pieces: PiecesByKind): void;
  readonly changed: Signal;
}

export function createStockKeeping(store: Store, time: TimeKeeper): StockKeeping {
  const changed = createSignal();
  return {
    changed,
    goodsIn(commandId, pieces) {
      store.transact(() => {
        if (store.commandsDone.has(commandId)) return;
        store.record({ kind: 'goods-in', commandId, pieces }, time.now());
      });
      changed.raise();
    },
  };
}
