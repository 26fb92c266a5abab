import { useDraft, usePage } from '../page-context.ts';
import { Choice } from '../parts/entries.tsx';
import { CountForm } from './count-form.tsx';
import { GoodsInForm } from './goods-in-form.tsx';
import { MoveForm } from './move-form.tsx';
import { StockEvents } from './stock-events.tsx';

const forms = ['goods-in', 'count', 'move'] as const;
type FormName = (typeof forms)[number];

/** 進貨與盤點: one form at a time, and what has moved the stock beneath. */
export function GoodsSection() {
  const { words } = usePage();
  const [form, setForm] = useDraft<FormName>('goods-form', 'goods-in');
  return (
    <>
      <div class="switch">
        <Choice
          legend={words.goods.which}
          value={form}
          options={forms.map((value) => ({ value, label: words.goods.forms[value] }))}
          onValue={setForm}
        />
      </div>
      {form === 'goods-in' && <GoodsInForm />}
      {form === 'count' && <CountForm />}
      {form === 'move' && <MoveForm />}
      <StockEvents />
    </>
  );
}
