import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import '../look/banner.css';
import '../look/form.css';
import './page.css';
import './parts.css';
import './table.css';
import './sections.css';
import './centre.css';
import './print.css';
import { createAsking } from '../link/asking.ts';
import { openLink } from '../link/link.ts';
import { createOutbox } from '../link/outbox.ts';
import { signIn, signOut } from '../link/seat.ts';
import { setPageLanguage } from '../page-language.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { createAnswers } from './answers.ts';
import { offerPairing } from './offer-pairing.ts';
import { createPage } from './page.ts';
import type { Doings } from './page-context.ts';
import { type PageState, sectionNamed, sections } from './page-state.ts';
import { saveReport } from './report.ts';
import { StockScreen } from './stock-screen.tsx';
import { takeBack } from './take-back.ts';
import type { Instant } from './terms.ts';
import { stockLanguages } from './words/words.ts';

const root = document.getElementById('app') ?? document.body;

const socket = openLink('stock', {
  connection: (connection) => {
    if (connection === 'online') outbox.connected();
    else outbox.disconnected();
    page.connection(connection);
  },
});
const outbox = createOutbox((command, acknowledge) => socket.emit('command', command, acknowledge));
const answers = createAnswers(createAsking(socket));
const page = createPage({
  answers,
  start: {
    section: sectionNamed(location.hash.slice(1)),
    language: loadPreferences(localStorage).language,
  },
  show,
});

const doings: Doings = {
  send: outbox.send,
  signIn: (who) => signIn(socket, who),
  signOut: () => void signOut(socket),
  open: (section) => {
    history.replaceState(null, '', `#${section}`);
    // A browser that loses the focused element with its section works out the style of the page once more.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    page.open(section);
  },
  help: page.help,
  switchLanguage: () => {
    page.switchLanguage();
    savePreferences(localStorage, { ...loadPreferences(localStorage), language: page.state().language });
  },
  newId: () => crypto.randomUUID(),
  saveReport,
  offerPairing: (address) => offerPairing(socket, address),
  takeBack,
  drafts: page.drafts,
  answers,
};

function show(state: PageState): void {
  const words = stockLanguages[state.language];
  setPageLanguage(words.lang);
  document.title = words.title;
  render(<StockScreen state={state} {...doings} />, root);
}

let receivedAt = 0;
const received = () => {
  receivedAt = performance.now();
};
socket.on('stock', (snapshot) => {
  received();
  page.snapshot(snapshot);
});
socket.on('gate', (gate) => {
  received();
  page.gate(gate);
});
setInterval(() => {
  const { snapshot, gate, now } = page.state();
  const said = snapshot?.clock.now ?? gate?.now;
  if (said === undefined) return;
  const passed = said + Math.floor(performance.now() - receivedAt);
  if (Math.floor(passed / 60_000) !== Math.floor(now / 60_000)) page.clock(passed as Instant);
}, 1000);

addEventListener('hashchange', () => page.open(sectionNamed(location.hash.slice(1))));
document.addEventListener('keydown', (event) => {
  if (event.key === 'F1' || event.key === 'F8') event.preventDefault();
  if (event.key === 'F8') return doings.switchLanguage();
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'F1') return doings.help('open');
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  // The code and not the key: with Alt some keyboards write another character.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const section = sections[Number(digit) - 1];
  if (digit === '0') doings.signOut();
  else if (section) doings.open(section);
  else return;
  event.preventDefault();
});
show(page.state());
