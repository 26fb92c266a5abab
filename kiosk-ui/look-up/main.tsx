import { hydrate, render } from 'preact';
import type { LookUpView, PublicLanguage } from '#central-api';
import '../look/tokens.css';
import '../look/base.css';
import '../look/form.css';
import '../look/band-mark.css';
import './look-up.css';
import './search.css';
import './outlets.css';
import './outlet-details.css';
import './turn.css';
import './guide.css';
// With the page: a style that failed once would not be asked for again, and the map's program is.
import 'leaflet/dist/leaflet.css';
import './map/map.css';
import './print.css';
import { pageAddress } from './address.ts';
import { createAsk } from './ask.ts';
import { createFamily } from './family.ts';
import { locate } from './locate.ts';
import { createLookUp } from './look-up.ts';
import { LookUpPage } from './look-up-page.tsx';
import { type LookUpState, stateOf } from './look-up-state.ts';
import { keepForOffline } from './offline.ts';
import { createPageClock } from './page-clock.ts';
import type { LookUpWords } from './words/look-up-words.ts';

const languages: Readonly<Record<PublicLanguage, () => Promise<LookUpWords>>> = {
  zh: () => import('./words/zh.ts').then(({ lookUpZh }) => lookUpZh),
  en: () => import('./words/en.ts').then(({ lookUpEn }) => lookUpEn),
  id: () => import('./words/id.ts').then(({ lookUpId }) => lookUpId),
  vi: () => import('./words/vi.ts').then(({ lookUpVi }) => lookUpVi),
  th: () => import('./words/th.ts').then(({ lookUpTh }) => lookUpTh),
};

const root = document.getElementById('app') ?? document.body;
const view: LookUpView = JSON.parse(document.getElementById('view')?.textContent ?? 'null');
const words = await languages[view.language]();

let drawing: 'soon' | 'done' = 'done';
let settling: ReturnType<typeof setTimeout> | undefined;
const lookUp = createLookUp({
  view,
  ask: createAsk({ fetching: (...request) => fetch(...request), after }),
  clock: createPageClock({ madeAt: view.list.at, elapsed: () => performance.now(), wall: () => Date.now() }),
  after,
  seen: () => (document.visibilityState === 'visible' ? 'seen' : 'hidden'),
  locate: () => locate({ geolocation: navigator.geolocation, after }),
  loadMap: () => import('./map/stock-map.ts'),
  loadGroups: () => import('./map/groups.ts'),
  reload: () => location.reload(),
  family: createFamily(() => localStorage),
  show,
});

// The same page as the server's, so that nothing moves when it comes to life.
hydrate(<LookUpPage state={stateOf(view)} words={words} act={lookUp} />, root);
lookUp.start();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') lookUp.seenAgain();
});
addEventListener('online', lookUp.seenAgain);
// Whoever installed the page wants to search it without a line; others fetch the country when they search.
if (matchMedia('(display-mode: standalone)').matches) lookUp.fetchCountry();
// A browser that refuses goes on without it.
keepForOffline().catch(() => {});

function after(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

/** The newest state, once this turn of the page is over: an effect may change it in the middle of a rendering. */
function show(): void {
  if (drawing === 'soon') return;
  drawing = 'soon';
  queueMicrotask(() => {
    drawing = 'done';
    draw(lookUp.state());
  });
}

function draw(state: LookUpState): void {
  render(<LookUpPage state={state} words={words} act={lookUp} />, root);
  clearTimeout(settling);
  // Browsers count how often an address changes, so it waits for a pause in typing.
  settling = setTimeout(keepAddress, 300);
}

/** A link that can be passed on. What a person keyed in about their turn is never part of it. */
function keepAddress(): void {
  const { language, query } = lookUp.state();
  const address = pageAddress(language, query, location.hash.slice(1));
  if (address !== `${location.pathname}${location.search}${location.hash}`)
    history.replaceState(null, '', address);
}
