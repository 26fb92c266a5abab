import type { DeliveryView } from '#api';
import { useScreen } from '../screen-context.ts';

interface AnnouncedProps {
  readonly deliveries: readonly DeliveryView[];
  readonly chosen: DeliveryView | null;
  readonly onChoose: (delivery: DeliveryView | null) => void;
}

/** Deliveries that the centre announced: one tap, or F4 once more, and the form knows what is expected. */
export function Announced({ deliveries, chosen, onChoose }: AnnouncedProps) {
  const { words } = useScreen();
  const { goodsIn } = words;
  if (deliveries.length === 0) return null;
  const next = deliveries[(chosen ? deliveries.indexOf(chosen) + 1 : 0) % deliveries.length];
  return (
    <fieldset class="announced">
      <legend>{goodsIn.announced}</legend>
      {deliveries.map((delivery) => {
        const { deliveryId, day, pieces, note } = delivery;
        const taken = delivery === chosen;
        const key = delivery === next && !taken ? 'F4' : undefined;
        return (
          <button
            key={deliveryId}
            type="button"
            class={`button ${taken ? 'chosen' : 'plain'}`}
            data-keycap={key}
            aria-keyshortcuts={key}
            aria-pressed={taken}
            onClick={() => onChoose(taken ? null : delivery)}
          >
            {words.pieceCounts(pieces).join(' · ')}
            <small>{`${words.reason.onSaleFrom(day)} ${note}`}</small>
          </button>
        );
      })}
    </fieldset>
  );
}
