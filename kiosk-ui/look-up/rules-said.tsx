import type { TurnsOfDay } from '#central-api';
import { dayOf, monthDay } from '../day-format.ts';
import type { Shown } from './screen-parts.ts';
import type { RuleWords } from './words/guide-words.ts';

/** The rules that were announced: today's, and the next ones as soon as they are known. */
export function RulesSaid({ state, words: { guide } }: Shown) {
  const today = dayOf(state.now);
  const ahead = state.turns.days.filter(({ day }) => day >= today);
  const now = ahead.find(({ day }) => day === today);
  const next = ahead.find((of) => of !== now && (!now || ruleOf(of) !== ruleOf(now)));
  return (
    <details class="rules">
      <summary>{guide.rules(monthDay(today))}</summary>
      {now ? <Lines of={now} words={guide.rule} /> : <p>{guide.noRules}</p>}
      {next && (
        <>
          <h3>{guide.rulesFrom(monthDay(next.day))}</h3>
          <Lines of={next} words={guide.rule} />
        </>
      )}
    </details>
  );
}

function Lines({ of, words }: { readonly of: TurnsOfDay; readonly words: RuleWords }) {
  return (
    <ul>
      {linesOf(of, words).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const linesOf = (
  { weekdayBinds, allowance: { adult, child }, childMasksFor, childBornFrom, unitPrice, proxy }: TurnsOfDay,
  words: RuleWords,
): string[] => [
  words.weekdays[weekdayBinds],
  words.adultMasks(adult.pieces, adult.days),
  words.childMasks[childMasksFor](child.pieces, child.days, childBornFrom),
  words.price(unitPrice),
  words.proxy(proxy),
  words.foreigners,
];

/** The same for days under the same rules. */
const ruleOf = ({ day: _, weekday: __, adultCards: ___, childCards: ____, ...rule }: TurnsOfDay): string =>
  JSON.stringify(rule);
