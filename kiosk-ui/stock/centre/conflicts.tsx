import type { ConflictView } from '#api';
import { clockTime, monthDay } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';

type Side = ConflictView['earlier'];

/** Two purchases of one person within one interval, both sides of each; nobody's name, because nobody here needs it. */
export function Conflicts() {
  const { words, snapshot } = usePage();
  const { centre } = words;
  const { conflicts } = snapshot;
  if (conflicts.length === 0) return null;
  return (
    <Block title={centre.conflicts}>
      <p class="hint">{centre.conflictsHint}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{centre.earlier}</th>
            <th scope="col">{centre.later}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ conflictId, earlier, later }) => (
            <tr key={conflictId}>
              <SideCell side={earlier} />
              <SideCell side={later} />
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

function SideCell({
  side: { here, outletName, day, at, kind, pieces, receiptNumber },
}: {
  readonly side: Side;
}) {
  const { words } = usePage();
  const where = here ? words.centre.here : outletName;
  return (
    <td>
      <b>{`${monthDay(day)} ${clockTime(at)}`}</b> {`${words.kindsShort[kind]} ${words.count(pieces)}`}
      <small>{receiptNumber === null ? where : `${where} · ${receiptNumber}`}</small>
    </td>
  );
}
