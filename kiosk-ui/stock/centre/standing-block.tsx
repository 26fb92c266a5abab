import { type CentreState, centreState, haltOf } from '../../centre-state.ts';
import { Button } from '../../look/button.tsx';
import { unsentAge } from '../../unsent-age.ts';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { State } from '../parts/state.tsx';
import { useSending } from '../sending.ts';
import type { StockSnapshot } from '../terms.ts';
import type { CentreWords } from '../words/centre-words.ts';

const wrong: readonly CentreState[] = ['not-enrolled', 'offline', 'waiting', 'halted'];
const canBeTried: readonly CentreState[] = ['offline', 'waiting', 'halted'];

/** How the till stands with the centre: what is not sent yet, and when the centre was heard last. */
export function StandingBlock() {
  const { words, snapshot, now } = usePage();
  const { centre } = words;
  const { central, clock, outlet } = snapshot;
  const { unsent, heardAt, until } = central;
  const { said, busy, send } = useSending();
  const state = centreState(central);
  const { minutes } = unsentAge(central, now);
  const meaning = meaningOf(centre, central);
  const time = (at: NonNullable<typeof until>) => shortTime(at, clock.day);
  return (
    <Block
      title={centre.standing}
      aside={<State tone={wrong.includes(state) ? 'wrong' : 'well'} text={centre.states[state]} />}
    >
      {meaning && <p class={wrong.includes(state) ? 'check' : 'hint'}>{meaning}</p>}
      {state !== 'none' && (
        <Figures
          rows={[
            [centre.unsent, centre.unsentCount(unsent, minutes)],
            [centre.heard, heardAt === null ? centre.notHeard : time(heardAt)],
            ...(until === null ? [] : ([[centre.again, time(until)]] as const)),
            [centre.outlet, outlet.code],
          ]}
        />
      )}
      {canBeTried.includes(state) && (
        <div class="answers">
          <Button
            label={centre.tryNow}
            disabled={busy}
            onPress={() => void send({ type: 'centre-resume' }, (w) => w.centre.trying)}
          />
          <SaidLine said={said} />
        </div>
      )}
    </Block>
  );
}

function meaningOf(centre: CentreWords, central: StockSnapshot['central']): string | null {
  const state = centreState(central);
  if (central.why === 'later-fault') return centre.newerCentre;
  switch (state) {
    case 'online':
    case 'equal':
      return null;
    case 'halted':
      return centre.halts[haltOf(central.why)];
    case 'none':
    case 'not-enrolled':
    case 'connecting':
    case 'offline':
    case 'waiting':
      return centre.meaning[state];
  }
}
