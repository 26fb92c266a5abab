import type { ConflictView } from '#api';
import { clockTime, monthDay } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';

type Side = ConflictView['earlier'];

/** Two purchases of one person within one interval, both sides of each; nobody's name, because nobody here needs it. */
export function Conflicts() {
  const { words, snapshot, newId } = usePage();
  const { centre, history } = words;
  const { conflicts, clock, you } = snapshot;
  const { said, busy, send } = useSending();
  const signOff = (conflictId: string) =>
    void send({ type: 'sign-off', commandId: newId(), receipts: [], conflicts: [conflictId] }, (w) =>
      w.history.signedOff(1),
    );
  if (conflicts.length === 0) return null;
  return (
    <Block title={centre.conflicts}>
      <p class="hint">{centre.conflictsHint}</p>
      {said && <SaidLine said={said} />}
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{centre.earlier}</th>
            <th scope="col">{centre.later}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ conflictId, earlier, later, signedOff }) => (
            <tr key={conflictId}>
              <SideCell side={earlier} />
              <SideCell side={later} />
              <td class="doing">
                {signedOff && (
                  <small>{history.signedBy(shortTime(signedOff.at, clock.day), signedOff.by)}</small>
                )}
                {!signedOff && you.role === 'manager' && (
                  <Button label={history.signOff} disabled={busy} onPress={() => signOff(conflictId)} />
                )}
              </td>
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
