import { useEffect, useRef, useState } from 'preact/hooks';
import { pageAddress, type Query } from './address.ts';
import { kinds } from './figures.ts';
import type { Shown } from './screen-parts.ts';
import { countyNames } from './words/county-names.ts';

/** A plain form that the server answers; with the program running every key is answered. */
export function SearchForm({ state, words, act }: Shown) {
  const { query, places, language } = state;
  const { search } = words;
  const towns = places.counties.find(({ county }) => county === query.county)?.towns ?? [];
  const ask = (change: Partial<Query>) => act?.search({ ...act.state().query, ...change });
  const narrowed = query.q !== '' || query.county !== '' || query.has !== undefined;
  return (
    <search>
      <form
        class="search"
        action="/#list"
        onFocusIn={() => act?.fetchCountry()}
        onSubmit={(event) => {
          event.preventDefault();
          ask({});
        }}
      >
        {language !== 'zh' && <input type="hidden" name="lang" value={language} />}
        <Typed label={search.words} hint={search.hint} q={query.q} onQ={(q) => ask({ q })} />
        <label class="entry">
          <span>{search.county}</span>
          <select
            name="county"
            value={query.county}
            onChange={({ currentTarget }) => ask({ county: currentTarget.value, town: '' })}
          >
            <option value="">{search.everyCounty}</option>
            {places.counties.map(({ county }) => (
              <option key={county} value={county}>
                {search.counties === 'romanised' ? `${county} ${countyNames[county] ?? ''}` : county}
              </option>
            ))}
          </select>
        </label>
        <label class="entry">
          <span>{search.town}</span>
          <select
            name="town"
            value={query.town}
            onChange={({ currentTarget }) => ask({ town: currentTarget.value })}
          >
            <option value="">{search.everyTown}</option>
            {towns.map(({ town }) => (
              <option key={town} value={town}>
                {town}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="choice">
          <legend>{search.has}</legend>
          <div>
            {([undefined, ...kinds] as const).map((kind) => (
              <label key={kind ?? 'any'}>
                <input
                  type="radio"
                  name="has"
                  value={kind ?? ''}
                  checked={query.has === kind}
                  onChange={() => ask({ has: kind })}
                />
                {kind ? words.kinds[kind] : search.any}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="answers">
          <button type="submit" class="button main">
            {search.go}
          </button>
          {narrowed && (
            <a
              class="button quiet"
              href={pageAddress(language, {}, 'list')}
              onClick={(event) => {
                if (!act) return;
                event.preventDefault();
                act.search({ q: '', county: '', town: '', has: undefined, after: 0 });
              }}
            >
              {search.clear}
            </a>
          )}
        </p>
      </form>
    </search>
  );
}

/** The field keeps what is typed in it: an answer in the middle of a word would break an input method off. */
function Typed(props: { label: string; hint: string; q: string; onQ: (q: string) => void }) {
  const { label, hint, q, onQ } = props;
  const field = useRef<HTMLInputElement>(null);
  const [first] = useState(q);
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = q;
  }, [q]);
  return (
    <label class="entry words">
      <span>{label}</span>
      <input
        ref={field}
        type="search"
        name="q"
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        placeholder={hint}
        defaultValue={first}
        onInput={({ currentTarget, isComposing }) => {
          if (!isComposing) onQ(currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => onQ(currentTarget.value)}
      />
    </label>
  );
}
