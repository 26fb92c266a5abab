import { useState } from 'preact/hooks';
import type { TurnsOfDay } from '#central-api';
import { dayOf, monthDay, weekdayOf } from '../day-format.ts';
import { VerdictShape } from '../look/shapes.tsx';
import type { Shown } from './screen-parts.ts';
import { bornYear, type Person, type Turn, turnOf } from './turn.ts';
import type { LookUpWords } from './words/look-up-words.ts';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** 「今天輪到我嗎？」: last digit and year of birth, for everybody of a family. */
export function TurnSection(page: Shown) {
  const { state, words, act } = page;
  return (
    <section class="turn" id="turn" aria-labelledby="turn-heading">
      <h2 id="turn-heading">{words.turn.heading}</h2>
      <p class="hint">{words.turn.lead}</p>
      <TurnForm {...page} />
      {state.people.length === 0 && <p class="hint">{words.turn.example}</p>}
      <ul class="people" aria-live="polite">
        {state.people.map((person, place) => (
          <li key={`${person.digit} ${person.bornIn}`}>
            <PersonTurn {...{ person, words, days: state.turns.days, now: state.now }} />
            {act && (
              <button
                type="button"
                class="link"
                aria-label={words.turn.remove(words.turn.person(person.digit, person.bornIn))}
                onClick={() => act.removePerson(place)}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      {state.people.length > 0 && state.running === 'live' && (
        <div class="keep">
          <label class="tick">
            <input
              type="checkbox"
              checked={state.keepPeople === 'kept'}
              onChange={({ currentTarget }) => act?.keepPeople(currentTarget.checked ? 'kept' : 'forgotten')}
            />
            {words.turn.keep}
          </label>
          <p class="hint">{words.turn.kept}</p>
        </div>
      )}
    </section>
  );
}

function TurnForm({ state, words, act }: Shown) {
  const [wrong, setWrong] = useState<string | null>(null);
  const asked = state.running === 'still' ? (state.people[0] ?? null) : null;
  return (
    <form
      class="turn-form"
      action="/#turn"
      onSubmit={(event) => {
        if (!act) return;
        event.preventDefault();
        const form = event.currentTarget;
        const keyed = new FormData(form);
        const bornIn = bornYear(String(keyed.get('born') ?? ''), Number(dayOf(state.now).slice(0, 4)));
        const digit = keyed.get('digit');
        if (digit === null) return setWrong(words.turn.digitMissing);
        if (bornIn === null) return setWrong(words.turn.bornWrong);
        setWrong(null);
        act.addPerson({ digit: Number(digit), bornIn });
        form.reset();
      }}
    >
      {state.language !== 'zh' && <input type="hidden" name="lang" value={state.language} />}
      <fieldset class="digits">
        <legend>{words.turn.digit}</legend>
        <div>
          {digits.map((digit) => (
            <label key={digit}>
              <input type="radio" name="digit" value={digit} defaultChecked={digit === asked?.digit} />
              {digit}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="entry">
        <span>{words.turn.born}</span>
        <input
          name="born"
          inputMode="numeric"
          maxLength={4}
          autocomplete="off"
          placeholder={words.turn.bornHint}
          defaultValue={asked ? String(asked.bornIn) : ''}
          aria-describedby="turn-wrong"
        />
      </label>
      <button type="submit" class="button main">
        {state.people.length > 0 && state.running === 'live' ? words.turn.askNext : words.turn.ask}
      </button>
      <p id="turn-wrong" class="said" data-tone="refused" role="alert">
        {wrong}
      </p>
    </form>
  );
}

interface PersonTurnProps {
  readonly person: Person;
  readonly words: LookUpWords;
  readonly days: readonly TurnsOfDay[];
  readonly now: Shown['state']['now'];
}

/** The counter's sign, the reason beneath it, and the days ahead. */
function PersonTurn({ person, words, days, now }: PersonTurnProps) {
  const turn = turnOf(person, days, dayOf(now));
  return (
    <article class="person" data-sign={turn.sign}>
      <div class="sign">
        <VerdictShape verdict={turn.sign} />
        <p>
          <span>{words.turn.person(person.digit, person.bornIn)}</span>
          <b>{words.turn.signs[turn.sign]}</b>
          <span>{nextWords(turn, words)}</span>
        </p>
      </div>
      {turn.buys.length > 0 && (
        <p class="buys">
          {turn.buys
            .map(({ kind, pieces, days: every }) => words.turn.buys(words.kinds[kind], pieces, every))
            .join(` ${words.turn.or} `)}
          {' · '}
          {words.turn.price(turn.unitPrice)}
          <br />
          {words.turn.bought(turn.buys[0]?.days ?? 0)}
        </p>
      )}
      <Calendar turn={turn} words={words} />
    </article>
  );
}

function nextWords(turn: Turn, words: LookUpWords): string {
  if (turn.sign === 'confirm') return words.turn.unknown;
  if (turn.next === null) return words.turn.noNext;
  const weekday = words.weekdays[weekdayOf(turn.next)] ?? '';
  return words.turn.next(`${monthDay(turn.next)} ${words.weekday(weekday)}`);
}

/** Weeks in rows, Sunday first, so that a day stands where it stands on the wall. */
function Calendar({ turn, words }: { readonly turn: Turn; readonly words: LookUpWords }) {
  if (turn.days.length === 0) return null;
  return (
    <ol class="calendar" aria-label={words.turn.calendar}>
      {turn.days.map(({ day, weekday, turn: whose }, n) => (
        <li key={day} data-turn={whose} data-weekday={n === 0 ? weekday : undefined}>
          <small>{words.weekdays[weekday]}</small>
          <b>{monthDay(day)}</b>
          <span class="unseen">{words.turn[whose]}</span>
        </li>
      ))}
    </ol>
  );
}
