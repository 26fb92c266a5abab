import type { PhoneSnapshot } from '#api';
import { type CentreState, centreState } from '../centre-state.ts';
import { ageOf, clockTime } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import { goodsRows } from '../stock/glance/goods-rows.ts';
import { HoursChart } from '../stock/glance/hours-chart.tsx';
import { KindFigures } from '../stock/glance/kind-figures.tsx';
import { unsentAge } from '../unsent-age.ts';
import { freshnessOf, type PhoneState } from './phone-state.ts';
import type { PhoneWords } from './phone-words.ts';

export interface PhonePageProps {
  readonly state: PhoneState;
  readonly words: PhoneWords;
  readonly onLanguage: () => void;
}

/** The day at one look, on a phone. It shows and asks nothing. `data-…` are for tests. */
export function PhonePage({ state, words, onLanguage }: PhonePageProps) {
  return (
    <div class="phone" data-stage={state.stage}>
      {state.stage === 'looking' ? (
        <Looking state={state} words={words} />
      ) : (
        <main class="before">
          <h1>{words.title}</h1>
          <Before state={state} words={words} />
        </main>
      )}
      {/* A footer of its own for each stage, or it would be seen to jump to the end of the next. */}
      <footer key={state.stage}>
        <Button label={words.otherLanguage} tone="quiet" onPress={onLanguage} />
      </footer>
    </div>
  );
}

type NotLooking = Exclude<PhoneState, { stage: 'looking' }>;

function Before({ state, words }: { readonly state: NotLooking; readonly words: PhoneWords }) {
  const [what, next] = saidBefore(state, words);
  return (
    <div role="status">
      <p>
        <b>{what}</b>
      </p>
      {next && <p>{next}</p>}
    </div>
  );
}

function saidBefore(state: NotLooking, words: PhoneWords): readonly [what: string, next?: string] {
  switch (state.stage) {
    case 'not-paired':
      return [words.notPaired, words.notPairedHint];
    case 'pairing':
      return [words.pairing];
    case 'connecting':
      return [words.connecting, words.lostHint];
    case 'ended':
      return [words.ended, words.endedHint];
    case 'refused':
      return [words.pairingRefused, words.refusals[state.code]];
  }
}

interface LookingProps {
  readonly state: Extract<PhoneState, { stage: 'looking' }>;
  readonly words: PhoneWords;
}

function Looking({ state, words }: LookingProps) {
  const { snapshot } = state;
  const { glance, stock, at } = snapshot;
  const now = (at + state.age) as typeof at;
  return (
    <>
      <Freshness state={state} words={words} />
      <main>
        <header class="where">
          <h1>{snapshot.outletName}</h1>
          <p>
            {words.day(snapshot.day)}
            <b data-state={snapshot.sellingState}>{words.states[snapshot.sellingState]}</b>
            {snapshot.mode !== 'shop' && <span>{words.modes[snapshot.mode]}</span>}
          </p>
        </header>
        {(['adult', 'child'] as const).map((kind) => (
          <KindFigures
            key={kind}
            kind={kind}
            name={words.kinds[kind]}
            stock={stock[kind]}
            runsOut={glance.runsOut[kind]}
            now={now}
            words={words.glance}
          />
        ))}
        <section aria-label={words.glance.byHour}>
          <h2>{words.glance.byHour}</h2>
          <HoursChart
            days={glance}
            words={words.glance}
            kinds={words.kindsShort}
            hour={Number(clockTime(at).slice(0, 2))}
          />
        </section>
        <section aria-label={words.today}>
          <h2>{words.today}</h2>
          <dl class="rows">
            {rowsOf(snapshot, words, now).map(([name, figure, tone]) => (
              <div key={name} data-tone={tone}>
                <dt>{name}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </>
  );
}

/** Live, or how old: never an old figure that looks like a new one. */
function Freshness({ state, words }: LookingProps) {
  const freshness = freshnessOf(state);
  const { count, unit } = ageOf(Math.floor(state.age / 60_000));
  return (
    <div class="freshness" role="status" data-freshness={freshness}>
      {freshness === 'live' ? (
        <p>{words.live(clockTime(state.snapshot.at))}</p>
      ) : (
        <>
          <p>
            <b>{words.lost(words.age(Math.max(1, count), unit))}</b>
          </p>
          <p>{words.lostHint}</p>
        </>
      )}
    </div>
  );
}

type Row = readonly [name: string, figure: string, tone?: 'wrong' | 'bad' | undefined];

function rowsOf(snapshot: PhoneSnapshot, words: PhoneWords, now: PhoneSnapshot['at']): readonly Row[] {
  const { glance, persons, conflicts, toReview, clock, disk, reader, printer } = snapshot;
  const { glance: names } = words;
  const state = (name: string, well: boolean): Row =>
    well ? [name, words.well] : [name, words.wrong, 'wrong'];
  const printerWell = printer.link !== 'offline' && printer.link !== 'unreachable' && printer.paper !== 'out';
  return [
    [names.persons, names.personsCount(persons)],
    [names.lastHour, names.visitsCount(glance.visitsLastHour)],
    [names.waiting, names.waitingCount(glance.waitingTickets)],
    ...goodsRows(glance.goods, snapshot.day, words),
    conflicts > 0
      ? [words.conflicts, words.entries(conflicts), 'wrong']
      : [words.conflicts, words.entries(0)],
    [words.review, words.entries(toReview)],
    ...centreRows(snapshot, words, now),
    state(words.reader, reader === 'ready' || reader === 'starting'),
    state(words.printer, printerWell),
    clock === 'trusted' ? [words.clock, words.well] : [words.clock, words.clocks[clock], 'wrong'],
    disk === 'ok'
      ? [words.disk, words.well]
      : [words.disk, words.disks[disk], disk === 'full' ? 'bad' : 'wrong'],
  ];
}

const toSeeTo: readonly CentreState[] = ['not-enrolled', 'halted'];

function centreRows({ central }: PhoneSnapshot, words: PhoneWords, now: PhoneSnapshot['at']): readonly Row[] {
  const state = centreState(central);
  if (state === 'none') return [];
  const { entries, minutes, age } = unsentAge(central, now);
  const tone = { fresh: undefined, late: 'wrong', 'too-late': 'bad' } as const;
  return [
    [words.centre, words.centreStates[state], toSeeTo.includes(state) ? 'wrong' : undefined],
    [words.unsent, words.unsentCount(entries, minutes), tone[age]],
  ];
}
