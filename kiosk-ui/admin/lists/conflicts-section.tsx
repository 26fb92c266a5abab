import { dayAndTime, grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Instant, MaskKind, OutletCode } from '../wall.ts';

interface Side {
  readonly id: { readonly outlet: OutletCode };
  readonly outletName: string;
  readonly at: Instant;
  readonly kind: MaskKind;
  readonly pieces: number;
}

interface Conflicts {
  readonly conflicts: readonly {
    readonly conflictId: string;
    readonly earlier: Side;
    readonly later: Side;
    readonly foundAt: Instant;
  }[];
}

/** Over-quota pairs, with both sides and without the holder. */
export function ConflictsSection() {
  const { words, state, desk } = usePage();
  const { asked, again } = useAnswer<Conflicts>('/conflicts', state.news.conflicts);
  const side = ({ id, outletName, at, kind, pieces }: Side) => (
    <td>
      <button type="button" class="link" onClick={() => desk.choose(id.outlet)}>
        {outletName}
      </button>
      <small>
        {dayAndTime(at)}　{words.kinds[kind]} {grouped(pieces)}
      </small>
    </td>
  );
  return (
    <>
      <p class="hint">{words.conflicts.lead}</p>
      <WhenAnswered asked={asked} again={again}>
        {({ conflicts }) =>
          conflicts.length === 0 ? (
            <p class="empty">
              <b>{words.conflicts.nothing}</b>
            </p>
          ) : (
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{words.conflicts.earlier}</th>
                  <th scope="col">{words.conflicts.later}</th>
                  <th scope="col">{words.conflicts.found}</th>
                </tr>
              </thead>
              <tbody>
                {conflicts.map(({ conflictId, earlier, later, foundAt }) => (
                  <tr key={conflictId}>
                    {side(earlier)}
                    {side(later)}
                    <td>{dayAndTime(foundAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </WhenAnswered>
    </>
  );
}
