import './kind-figures.css';
import type { GlanceView } from '#api';
import { grouped, minutesBetween } from '../../day-format.ts';
import type { Instant, Kind } from '../terms.ts';
import type { GlanceWords } from '../words/glance-words.ts';

type RunsOut = GlanceView['runsOut'][Kind];

type Row = readonly [name: string, figure: string];

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
  readonly now: Instant;
  readonly words: GlanceWords;
  /** When which goods go on sale, where that is known; it says what is not on sale yet. */
  readonly coming?: readonly Row[];
  /** Figures that only one page has. */
  readonly more?: readonly Row[];
}

/** One kind of mask: what may be sold, as large as it matters; where the rest stands, and until when it lasts. */
export function KindFigures(props: KindFiguresProps) {
  const { kind, name, stock, runsOut, now, words, coming = [], more = [] } = props;
  const rows: readonly Row[] = [
    [words.onHand, grouped(stock.onHand)],
    [words.promised, grouped(stock.promised)],
    ...(coming.length > 0 ? coming : [[words.notYetOnSale, grouped(stock.notYetOnSale)] as const]),
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
          <dd>{runsOutText(words, runsOut, now)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** A time that is nearly now says less than a word. */
const soonMinutes = 5;

export function runsOutText(words: GlanceWords, runsOut: RunsOut, now: Instant): string {
  if (runsOut.when !== 'today') return words.runsOutWhen[runsOut.when];
  return minutesBetween(now, runsOut.at) < soonMinutes ? words.runsOutSoon : words.runsOutAt(runsOut.at);
}
