import { useMemo, useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import type { Notice, OutletRow } from '../wall.ts';
import type { AdminWords } from '../words/words.ts';
import { OutletMap } from './outlet-map.tsx';
import { OutletTable } from './outlet-table.tsx';
import type { Filter } from './sorting.ts';

const notices: readonly Notice[] = [
  ...(['silent', 'oversold', 'sold-out', 'will-run-out', 'left-with-stock', 'not-selling'] as const),
  ...(['goods-differ', 'conflicts', 'no-till'] as const),
];

/** Every outlet of the scope: a table that stays quick, or a map. */
export function OutletsSection() {
  const { words, state, desk } = usePage();
  const [shape, setShape] = useState<'table' | 'map'>('table');
  const { filter, rows, all } = state;
  const counties = useMemo(() => [...new Set(all.map(({ county }) => county))].filter(Boolean).sort(), [all]);
  const counts = useMemo(() => countsOf(all), [all]);
  // What nobody has to look at takes no room.
  const shownTabs = (['any', ...notices] as const)
    .map((notice) => [notice, notice === 'any' ? all.length : (counts.get(notice) ?? 0)] as const)
    .filter(([notice, n]) => n > 0 || filter.notice === notice);
  return (
    <div class="outlets">
      <p class="on-paper">
        <b>{saidOf(filter, words)}</b>
        <span>{words.outlets.found(rows.length, all.length)}</span>
      </p>
      <div class="filters">
        <label class="entry">
          <span>{words.outlets.search}</span>
          <input
            type="search"
            autocomplete="off"
            value={filter.text}
            onInput={({ currentTarget }) => desk.filter({ text: currentTarget.value })}
          />
        </label>
        {counties.length > 1 && (
          <label class="entry">
            <span>{words.outlets.county}</span>
            <select
              value={filter.county}
              onChange={({ currentTarget }) => desk.filter({ county: currentTarget.value })}
            >
              <option value="">{words.outlets.allCounties}</option>
              {counties.map((county) => (
                <option key={county}>{county}</option>
              ))}
            </select>
          </label>
        )}
        <div class="answers">
          <Button
            label={words.outlets.table}
            tone={shape === 'table' ? 'chosen' : 'plain'}
            pressed={shape === 'table'}
            onPress={() => setShape('table')}
          />
          <Button
            label={words.outlets.map}
            tone={shape === 'map' ? 'chosen' : 'plain'}
            pressed={shape === 'map'}
            onPress={() => setShape('map')}
          />
          <a class="button" href="/admin/api/exports/outlets.csv" download>
            {words.outlets.export}
          </a>
        </div>
      </div>
      <fieldset class="tabs">
        <legend class="unseen">{words.outlets.notice}</legend>
        {shownTabs.map(([notice, n]) => (
          <button
            key={notice}
            type="button"
            class="tab"
            data-notice={notice}
            aria-pressed={filter.notice === notice}
            onClick={() => desk.filter({ notice: filter.notice === notice ? 'any' : notice })}
          >
            {notice === 'any' ? words.outlets.anyNotice : words.notices[notice]} <b>{grouped(n)}</b>
          </button>
        ))}
        <p role="status">{words.outlets.found(rows.length, all.length)}</p>
      </fieldset>
      {shape === 'table' ? <OutletTable /> : <OutletMap />}
    </div>
  );
}

/** How many there are of each notice: most rows have none. */
function countsOf(rows: readonly OutletRow[]): ReadonlyMap<Notice, number> {
  const counts = new Map<Notice, number>();
  for (const row of rows) for (const notice of row.notices) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return counts;
}

/** What was filtered, for paper: its county, what was searched, and what is the matter. */
const saidOf = ({ county, text, notice }: Filter, words: AdminWords): string =>
  [county || words.outlets.allCounties, text.trim(), notice === 'any' ? '' : words.notices[notice]]
    .filter(Boolean)
    .join('　');
