import { usePage } from '../page-context.ts';
import type { Delivery } from '../terms.ts';

interface AnnouncedDeliveriesProps {
  readonly chosen: Delivery | null;
  readonly onChoose: (delivery: Delivery | null) => void;
}

/** 預告到貨: what the centre announced and nobody has booked. One tap, and the form knows what is expected. */
export function AnnouncedDeliveries({ chosen, onChoose }: AnnouncedDeliveriesProps) {
  const { words, snapshot } = usePage();
  const { deliveries } = snapshot;
  if (deliveries.length === 0) return null;
  return (
    <fieldset class="deliveries">
      <legend>{words.goods.announced}</legend>
      {deliveries.map((delivery) => {
        const { deliveryId, day, pieces, note } = delivery;
        const taken = delivery === chosen;
        return (
          <button
            key={deliveryId}
            type="button"
            class={`button ${taken ? 'chosen' : 'plain'}`}
            aria-pressed={taken}
            onClick={() => onChoose(taken ? null : delivery)}
          >
            <span>{`${words.today.stock.onSaleFrom(day)}　${words.both(pieces)}`}</span>
            {note && <small>{note}</small>}
          </button>
        );
      })}
    </fieldset>
  );
}
