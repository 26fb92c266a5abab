import type { PublicOutlet } from '#central-api';
import { dayOf, weekdayOf } from '../day-format.ts';
import type { Instant } from './figures.ts';
import { isPart, weekOf } from './hours.ts';
import type { LookUpWords } from './words/look-up-words.ts';

/** Today's first, and the week on demand. */
export function OpeningHours(props: { outlet: PublicOutlet; now: Instant; words: LookUpWords }) {
  const { outlet, now, words } = props;
  const week = weekOf(outlet);
  if (!week) return null;
  const said = week.parts.map(
    (parts) =>
      parts.map((part) => (isPart(part) ? words.card.parts[part] : part)).join(' ') || words.card.closed,
  );
  const today = weekdayOf(dayOf(now));
  return (
    <details class="hours">
      <summary>
        {words.card.today} <b>{said[today]}</b>
        <span class="unseen"> {words.card.week}</span>
      </summary>
      {week.by === 'authority' && <p>{words.card.byAuthority}</p>}
      <dl>
        {said.map((text, weekday) => (
          <div key={weekday} data-today={weekday === today ? '' : undefined}>
            <dt>{words.weekday(words.weekdays[weekday] ?? '')}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
