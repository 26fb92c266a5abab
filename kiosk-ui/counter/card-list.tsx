import type { LineView } from '#api';
import { VerdictShape } from '../look/shapes.tsx';
import type { Stage } from '../wall.ts';
import type { Words } from '../words/words.ts';
import { useScreen } from './screen-context.ts';
import { isUnconfirmed, sellable, shownVerdict } from './visit-lines.ts';

/** The cards of the visit, in the order in which they came. */
export function CardList({ visit }: { readonly visit: Stage<'visit'> }) {
  const { words } = useScreen();
  return (
    <ol class="cards" aria-label={words.visit.cards}>
      {visit.lines.map((line, i) => (
        <Card key={line.lineId} line={line} place={i + 1} visit={visit} />
      ))}
    </ol>
  );
}

interface CardProps {
  readonly line: LineView;
  readonly place: number;
  readonly visit: Stage<'visit'>;
}

function Card({ line, place, visit }: CardProps) {
  const { words, perform } = useScreen();
  const { lineId, ticket } = line;
  const draft = sellable(line)?.draft;
  const current = lineId === visit.current;
  return (
    <li data-line-verdict={shownVerdict(line)} data-current={current}>
      <button
        type="button"
        class="card-row"
        aria-current={current}
        onClick={() => perform({ want: 'show-line', lineId })}
      >
        <VerdictShape verdict={shownVerdict(line)} />
        <span class="place">{words.visit.place(place, visit.lines.length)}</span>
        <span class="what">
          <b>
            {bought(words, line)}
            {ticket && <em>{ticket}</em>}
          </b>
          <small>{whose(words, line)}</small>
        </span>
        <span class="amount">{draft && words.money(draft.total)}</span>
      </button>
      <button
        type="button"
        class="remove"
        aria-label={words.visit.remove(place)}
        aria-keyshortcuts={current ? 'Delete' : undefined}
        onClick={() => perform({ want: 'remove-line', lineId })}
      >
        ×
      </button>
    </li>
  );
}

function bought(words: Words, line: LineView): string {
  const draft = sellable(line)?.draft;
  if (!draft) return words.verdicts['may-not'];
  return `${words.kindsShort[draft.kind]} ${words.count(draft.pieces)}`;
}

function whose(words: Words, line: LineView): string {
  const { roles, ages, unconfirmed } = words.visit;
  return `${roles[line.role]} · ${isUnconfirmed(line) ? unconfirmed : ages[line.childCard ? 'child' : 'adult']}`;
}
