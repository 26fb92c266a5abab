import { dayAndTime, grouped } from '../../day-format.ts';
import { Wide } from '../../stock/parts/block.tsx';
import { MoreRows } from '../more-rows.tsx';
import { usePage } from '../page-context.ts';
import { Empty, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { ConflictPage } from '../wall.ts';

type Conflict = ConflictPage['conflicts'][number];

const path = '/conflicts?most=100';

/** Over-quota pairs, with both sides and without the holder. */
export function ConflictsSection() {
  const { words, state } = usePage();
  const about = state.news.conflicts;
  const { asked, again } = useAnswer<ConflictPage>(path, about);
  const rows = ({ conflicts }: ConflictPage) =>
    conflicts.map((conflict) => <Row key={conflict.conflictId} conflict={conflict} />);
  return (
    <>
      <p class="hint">{words.conflicts.lead}</p>
      <WhenAnswered asked={asked} again={again}>
        {(page) =>
          page.conflicts.length === 0 ? (
            <Empty text={words.conflicts.nothing} />
          ) : (
            <Wide name={words.sections.conflicts}>
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{words.conflicts.earlier}</th>
                    <th scope="col">{words.conflicts.later}</th>
                    <th scope="col">{words.conflicts.found}</th>
                  </tr>
                </thead>
                <tbody>{rows(page)}</tbody>
                <MoreRows<ConflictPage> {...{ path, about, rows }} next={page.next} columns={3} />
              </table>
            </Wide>
          )
        }
      </WhenAnswered>
    </>
  );
}

const Row = ({ conflict: { earlier, later, foundAt } }: { readonly conflict: Conflict }) => (
  <tr>
    <Side side={earlier} />
    <Side side={later} />
    <td>{dayAndTime(foundAt)}</td>
  </tr>
);

function Side({ side: { id, outletName, at, kind, pieces } }: { readonly side: Conflict['earlier'] }) {
  const { words, state, desk } = usePage();
  const isOwn = state.all.some(({ code }) => code === id.outlet);
  return (
    <td>
      {isOwn ? (
        <button type="button" class="link" onClick={() => desk.choose(id.outlet)}>
          {outletName}
        </button>
      ) : (
        <b>{outletName}</b>
      )}
      <small>
        {dayAndTime(at)}　{words.kinds[kind]} {grouped(pieces)}
      </small>
    </td>
  );
}
