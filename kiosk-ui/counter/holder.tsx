import type { HolderView, LineView } from '#api';
import type { Stage } from '../wall.ts';
import { useScreen } from './screen-context.ts';

interface HolderProps {
  readonly visit: Stage<'visit'>;
  readonly line: LineView;
}

/** Enough to see that it is the right card, for as long as the card is there. */
export function Holder({ visit, line }: HolderProps) {
  const { words, state } = useScreen();
  const { holder, identifiedBy } = line;
  // Without the till nobody can say whether the card is still there, so what identifies a person leaves the screen.
  if (state.connection !== 'online') return <p class="holder out">{words.visit.hidden}</p>;
  if (!holder) return <p class="holder out">{words.visit.cardOut}</p>;
  return (
    <div class="holder">
      <p class="name">
        {holder.maskedName || words.visit.identified[identifiedBy]}
        {holder.childCard && <span class="tag">{words.visit.childCard}</span>}
      </p>
      <p class="identity">
        <span>{words.visit.lastThree(holder.lastThree)}</span>
        <span>{words.visit.bornIn(holder.birthYear)}</span>
      </p>
      {holder.nameUncertain && holder.maskedName && <p class="uncertain">{words.visit.nameUncertain}</p>}
      {state.historyVisit === visit.visitId && <History purchases={holder.purchases} />}
    </div>
  );
}

function History({ purchases }: Pick<HolderView, 'purchases'>) {
  const { words } = useScreen();
  if (purchases.length === 0) return <p class="history">{words.visit.noHistory}</p>;
  return (
    <ul class="history" aria-label={words.keys.history}>
      {purchases.map((purchase) => (
        <li key={Object.values(purchase).join()}>{words.visit.purchase(purchase)}</li>
      ))}
    </ul>
  );
}
