import { BandMark } from '../look/band-mark.tsx';
import { pageAddress } from './address.ts';
import { GuideSection } from './guide-section.tsx';
import { LineSaid, OutdatedSaid } from './line-said.tsx';
import { OutletList } from './outlet-list.tsx';
import type { Shown } from './screen-parts.ts';
import { SearchForm } from './search-form.tsx';
import { Today } from './today.tsx';
import { TurnSection } from './turn-section.tsx';
import { languageNames } from './words/look-up-words.ts';

/** The public page. The server writes it as it is; a browser with a program then brings it to life. */
export function LookUpPage(page: Shown) {
  const { state, words } = page;
  return (
    <div class="look-up" lang={words.lang} data-running={state.running}>
      <a class="skip" href="#list">
        {words.skip}
      </a>
      <header class="head">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="15" />
          <path d="M9 16.5l5 5 9-10" />
        </svg>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Languages {...page} />
      </header>
      <Today {...page} />
      <nav class="parts" aria-label={words.parts.all}>
        {(['list', 'turn', 'guide'] as const).map((part) => (
          <a key={part} href={`#${part}`}>
            {words.parts[part]}
          </a>
        ))}
      </nav>
      <main>
        <section class="find" id="list" aria-labelledby="list-heading">
          <div class="find-head">
            <h2 id="list-heading">{words.search.heading}</h2>
            <LineSaid {...page} />
          </div>
          <OutdatedSaid {...page} />
          <SearchForm {...page} />
          <OutletList {...page} />
        </section>
        <div class="beside">
          <TurnSection {...page} />
          <GuideSection {...page} />
        </div>
      </main>
      <footer class="foot">
        <Legend {...page} />
        <p>
          <strong>{words.foot.advice}</strong>
        </p>
        <p>{words.foot.about[state.promises]}</p>
        <p>
          {words.foot.data}: <a href="/opendata/maskdata.csv">maskdata.csv</a>{' '}
          <a href="/opendata/points.json">points.json</a> <a href="/api/v1/openapi.json">API</a>
        </p>
      </footer>
    </div>
  );
}

function Languages({ state, words }: Shown) {
  return (
    <nav class="languages" aria-label={words.languages}>
      {(['zh', 'en', 'id', 'vi', 'th'] as const).map((language) => (
        <a
          key={language}
          href={language === 'zh' ? '/?lang=zh' : pageAddress(language, {})}
          lang={language === 'zh' ? 'zh-Hant-TW' : language}
          aria-current={language === state.language ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  );
}

function Legend({ words }: Shown) {
  return (
    <dl class="legend" aria-label={words.legend}>
      {(['plenty', 'some', 'few', 'none'] as const).map((band) => (
        <div key={band}>
          <dt>
            <BandMark band={band} /> {words.bands[band]}
          </dt>
          <dd>{words.bandRange[band]}</dd>
        </div>
      ))}
    </dl>
  );
}
