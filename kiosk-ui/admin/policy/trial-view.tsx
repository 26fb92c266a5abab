import { grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import type { PolicyTrial } from '../wall.ts';

type CardAnswer = PolicyTrial['cards'][number]['answers'][number]['before'];

/** What would be otherwise: for cards that stand for everybody, and for yesterday's sales. */
export function TrialView({ trial }: { readonly trial: PolicyTrial }) {
  const { words } = usePage();
  const { policy } = words;
  const { yesterday } = trial;
  const rows = [
    [policy.sales, yesterday.sales, null],
    [policy.unchanged, yesterday.unchanged, null],
    [policy.fewer, yesterday.fewer.sales, yesterday.fewer.pieces],
    [policy.more, yesterday.more.sales, yesterday.more.pieces],
    [policy.tooEarly, yesterday.tooEarly, null],
  ] as const;
  const text = ({ verdict, offers }: CardAnswer) =>
    verdict === 'may-not'
      ? policy.mayNot
      : offers.map(({ kind, most }) => policy.offer(kind, most)).join(' ');
  return (
    <div class="trial">
      <h3>{policy.cards}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="scroll" tabIndex={0} aria-label={policy.cards}>
        <table class="table">
          <thead>
            <tr>
              <td />
              {trial.days.map((day) => (
                <th key={day} scope="col">
                  {words.day(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trial.cards.map(({ age, bornIn, lastDigit, boughtDaysAgo, answers }) => (
              <tr key={`${bornIn} ${lastDigit} ${boughtDaysAgo}`}>
                <th scope="row">{policy.card(age, bornIn, lastDigit, boughtDaysAgo)}</th>
                {answers.map(({ before, after }, i) => (
                  <td key={trial.days[i]} data-changed={text(before) === text(after) ? undefined : ''}>
                    {text(before) === text(after) ? text(after) : `${text(before)} → ${text(after)}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>{policy.yesterday(words.day(yesterday.day))}</h3>
      <dl class="figures">
        {rows.map(([name, sales, pieces]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{pieces === null ? grouped(sales) : policy.salesAndPieces(sales, pieces)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{policy.yesterdayHint}</p>
    </div>
  );
}
