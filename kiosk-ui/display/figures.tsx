import { grouped } from '../day-format.ts';
import type { DisplayView, PiecesByKind } from '../wall.ts';
import { type DisplayWords, displayZh } from './display-words.ts';

const kinds = ['adult', 'child'] as const;

/** What is on sale, or what this customer gets and pays. */
export function Figures(props: {
  readonly view: DisplayView | undefined;
  readonly second: DisplayWords | null;
}) {
  const { view, second } = props;
  switch (view?.stage) {
    case 'idle':
      return (
        <dl class="figures">
          {kinds.map((kind) => (
            <Figure
              key={kind}
              by={(words) => words.kinds[kind]}
              second={second}
              shown={grouped(view.stock[kind])}
            />
          ))}
        </dl>
      );
    case 'verdict':
      return <Sale pieces={view.pieces} total={view.total} cards={view.card.of} second={second} />;
    case 'sold':
      return <Sale pieces={view.pieces} total={view.total} cards={1} second={second} />;
    default:
      return null;
  }
}

function Sale(props: {
  readonly pieces: PiecesByKind;
  readonly total: number;
  readonly cards: number;
  readonly second: DisplayWords | null;
}) {
  const { pieces, total, cards, second } = props;
  if (total === 0) return null;
  return (
    <dl class="figures">
      {kinds.map(
        (kind) =>
          pieces[kind] > 0 && (
            <Figure
              key={kind}
              by={(words) => words.kinds[kind]}
              second={second}
              shown={`${grouped(pieces[kind])} 片`}
            />
          ),
      )}
      <Figure
        by={(words) => (cards > 1 ? words.totalOfAll : words.total)}
        second={second}
        shown={`${grouped(total)} 元`}
      />
    </dl>
  );
}

function Figure(props: {
  readonly by: (words: DisplayWords) => string;
  readonly second: DisplayWords | null;
  readonly shown: string;
}) {
  const { by, second, shown } = props;
  return (
    <div>
      <dt>
        {by(displayZh)} {second && <span lang={second.lang}>{by(second)}</span>}
      </dt>
      <dd>{shown}</dd>
    </div>
  );
}
