import './kind-figures.css';
import type { GlanceView } from '#api';
import { grouped } from '../../day-format.ts';
import type { Kind } from '../terms.ts';
import type { GlanceWords } from '../words/glance-words.ts';

type RunsOut = GlanceView['runsOut'][Kind];

export interface KindFiguresProps {
  readonly kind: Kind;
  readonly name: string;
  readonly stock: {
    readonly available: number;
    readonly promised: number;
    readonly onHand: number;
    readonly notYetOnSale: number;
  };
  readonly runsOut: RunsOut;
  readonly words: GlanceWords;
  /** Figures that only one page has, and when goods go on sale. */
  readonly more?: readonly (readonly [name: string, figure: string])[];
}

/** One kind of mask: what may be sold, as large as it matters; where the rest stands, and until when it lasts. */
export function KindFigures({ kind, name, stock, runsOut, words, more = [] }: KindFiguresProps) {
  const rows = [
    [words.onHand, grouped(stock.onHand)],
    [words.promised, grouped(stock.promised)],
    [words.notYetOnSale, grouped(stock.notYetOnSale)],
    ...more,
  ];
  return (
    <section class="kind-figures" data-kind={kind} aria-label={name}>
      <div class="sold-from">
        <h2>{name}</h2>
        <p>
          <span>{words.available}</span>
          <b data-figure="available">{grouped(stock.available)}</b>
        </p>
      </div>
      <dl>
        {rows.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
        <div class="runs-out" data-when={runsOut.when}>
          <dt>{words.runsOut}</dt>
          <dd>{runsOutText(words, runsOut)}</dd>
        </div>
      </dl>
    </section>
  );
}

const runsOutText = (words: GlanceWords, runsOut: RunsOut): string =>
  runsOut.when === 'today' ? words.runsOutAt(runsOut.at) : words.runsOutWhen[runsOut.when];
