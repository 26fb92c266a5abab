import { grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { kinds, type PiecesByKind } from '../terms.ts';

export interface Bar {
  readonly name: string;
  readonly pieces: PiecesByKind;
}

/** Adult and child masks, one on the other, in columns. A list for those who listen. */
export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const { words } = usePage();
  const most = Math.max(1, ...bars.map(({ pieces }) => pieces.adult + pieces.child));
  return (
    <figure class="bars" data-dense={bars.length > 16 ? '' : undefined}>
      <ol aria-label={title}>
        {bars.map(({ name, pieces }) => {
          const sum = pieces.adult + pieces.child;
          return (
            <li key={name}>
              <span class="unseen">{`${name}：${words.both(pieces)}`}</span>
              <span class="sum" aria-hidden="true">
                {sum > 0 ? grouped(sum) : ''}
              </span>
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect class="child" {...part(pieces.adult, pieces.child, most)} />
                <rect class="adult" {...part(0, pieces.adult, most)} />
              </svg>
              <span class="name" aria-hidden="true">
                {name}
              </span>
            </li>
          );
        })}
      </ol>
      <figcaption>
        {kinds.map((kind) => (
          <span key={kind} class={kind}>
            {words.kindsShort[kind]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** One part of a column, in hundredths of the highest column, from the bottom. */
const part = (below: number, pieces: number, most: number) => ({
  x: 0,
  width: 10,
  y: 100 - ((below + pieces) / most) * 100,
  height: (pieces / most) * 100,
});
