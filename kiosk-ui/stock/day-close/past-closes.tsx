import type { DayCloseView } from '#api';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { useAnswer } from '../answer-to.ts';
import { dayAfter, shortTime } from '../days.ts';
import { differenceInWords } from '../difference.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { Day } from '../terms.ts';
import { closeReference } from './close-reference.ts';

/** What was counted at each close of one day, and its slip once more. */
export function ClosesOfDay({
  day,
  closes,
}: {
  readonly day: Day;
  readonly closes: readonly DayCloseView[];
}) {
  const { words, snapshot, newId } = usePage();
  const { dayClose } = words;
  const { said, busy, send } = useSending();
  const reprint = (number: number) =>
    send(
      { type: 'reprint', commandId: newId(), slip: 'day-close', reference: closeReference(day, number) },
      (w) => w.copyOrdered,
    );
  const pieceWords = { same: dayClose.matches, more: dayClose.more, fewer: dayClose.fewer };
  const cashWords = { same: dayClose.matches, more: dayClose.cashMore, fewer: dayClose.cashLess };
  return (
    <Block title={dayClose.closes(words.day(day))} aside={<SaidLine said={said} />}>
      <table class="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.at}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{dayClose.cash}</th>
            <th scope="col">{words.kinds.adult}</th>
            <th scope="col">{words.kinds.child}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {closes.map(({ number, at, by, figures, countedCash, countedStock, bookedStock, note }) => (
            <tr key={number}>
              <th scope="row">{dayClose.closeNumber(number)}</th>
              <td>{shortTime(at, snapshot.clock.day)}</td>
              <td>
                {by}
                {note !== '' && <small>{note}</small>}
              </td>
              <td>
                {words.amount(countedCash)}
                <small>{differenceInWords(cashWords, countedCash, figures.toRemit)}</small>
              </td>
              {(['adult', 'child'] as const).map((kind) => (
                <td key={kind}>
                  {words.count(countedStock[kind])}
                  <small>{differenceInWords(pieceWords, countedStock[kind], bookedStock[kind])}</small>
                </td>
              ))}
              <td class="doing">
                <Button
                  label={words.reprint}
                  tone="quiet"
                  disabled={busy}
                  onPress={() => void reprint(number)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

/** The last two weeks: which days are closed, and what they brought. */
export function RecentCloses({ onChoose }: { readonly onChoose: (day: Day) => void }) {
  const { words, snapshot } = usePage();
  const { dayClose } = words;
  const { day: today } = snapshot.clock;
  const looked = useAnswer({ about: 'days', from: dayAfter(today, -13), until: today });
  return (
    <Block title={dayClose.recent}>
      <LookedUp looked={looked}>
        {({ days }) => (
          <table class="table">
            <tbody>
              {days.toReversed().map(({ day, toRemit, closed }) => (
                <tr key={day}>
                  <th scope="row">{words.day(day)}</th>
                  <td class="figure">{grouped(toRemit)}</td>
                  <td data-open={closed ? undefined : ''}>{closed ? dayClose.isClosed : dayClose.isOpen}</td>
                  <td class="doing">
                    <Button
                      label={words.show}
                      name={`${words.show} ${words.day(day)}`}
                      tone="quiet"
                      onPress={() => onChoose(day)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </LookedUp>
    </Block>
  );
}
