import { Button } from '../look/button.tsx';
import { Dialog } from './dialog.tsx';
import { useScreen } from './screen-context.ts';

/** 補印: one further copy of the slip printed last. */
export function ReprintDialog() {
  const { words, state, perform } = useScreen();
  const sale = state.snapshot?.lastSale;
  if (!sale) return null;
  return (
    <Dialog title={words.keys.reprint}>
      <p class="question">
        {words.sold.receipt} {sale.receiptNumber}
      </p>
      <p class="question">
        {words.kindsShort[sale.kind]} · {words.count(sale.pieces)} · {words.money(sale.total)}
      </p>
      <p class="hint">{words.reprintHint}</p>
      <div class="answers">
        <Button label={words.act.copy} tone="main" onPress={() => perform({ want: 'reprint' })} />
      </div>
    </Dialog>
  );
}
