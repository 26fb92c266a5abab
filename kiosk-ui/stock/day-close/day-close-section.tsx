import { Button } from '../../look/button.tsx';
import { useAnswer } from '../answer-to.ts';
import { dayKeyed } from '../days.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { DayEntry } from '../parts/entries.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { CloseForm } from './close-form.tsx';
import { DayFiguresList } from './day-figures.tsx';
import { ClosesOfDay, RecentCloses } from './past-closes.tsx';
import { Reports } from './reports.tsx';

/** As many days as fit on a line; a day that is closed makes room for the next. */
const mostOffered = 5;

/** 日結: the oldest day that waits comes first. */
export function DayCloseSection() {
  const { words, snapshot } = usePage();
  const { dayClose } = words;
  const { clock, daysToClose } = snapshot;
  const [chosen, setChosen] = useDraft<string | null>('close-day', null);
  const day = dayKeyed(chosen ?? '') ?? daysToClose[0] ?? clock.day;
  const looked = useAnswer({ about: 'day', day });
  return (
    <>
      <div class="switch">
        <fieldset class="choice" aria-label={dayClose.choose}>
          <div>
            {daysToClose.slice(0, mostOffered).map((waiting) => (
              <Button
                key={waiting}
                label={words.day(waiting)}
                tone={waiting === day ? 'chosen' : 'plain'}
                pressed={waiting === day}
                onPress={() => setChosen(waiting)}
              />
            ))}
            {daysToClose.length === 0 && <p class="hint">{dayClose.nothingToClose}</p>}
            {daysToClose.length > mostOffered && (
              <p class="hint">{dayClose.moreToClose(daysToClose.length - mostOffered)}</p>
            )}
          </div>
        </fieldset>
        <DayEntry label={dayClose.other} until={clock.day} value={day} onValue={setChosen} />
      </div>
      <LookedUp looked={looked}>
        {({ figures, bookedStock, unsent, closes }) => (
          <>
            <div class="pair wide-right">
              <Block title={dayClose.figures(words.day(day))}>
                <DayFiguresList figures={figures} unsent={unsent} />
              </Block>
              <Block title={dayClose.counting}>
                <CloseForm key={day} day={day} figures={figures} bookedStock={bookedStock} />
              </Block>
            </div>
            {closes.length > 0 && <ClosesOfDay day={day} closes={closes} />}
          </>
        )}
      </LookedUp>
      {looked.state !== 'asking' && (
        <div class="pair wide-left">
          <RecentCloses onChoose={setChosen} />
          <Reports />
        </div>
      )}
    </>
  );
}
