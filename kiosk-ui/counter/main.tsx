import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import '../look/banner.css';
import './field.css';
import './visit.css';
import './cards.css';
import './foot.css';
import './devices.css';
import './drill.css';
import './layout.css';
import { createAsking } from '../link/asking.ts';
import { openLink } from '../link/link.ts';
import { createOutbox } from '../link/outbox.ts';
import { signIn, signOut } from '../link/seat.ts';
import { setPageLanguage } from '../page-language.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { createSoundPlayer } from '../sound/player.ts';
import { languages } from '../words/languages.ts';
import { createSpoken } from '../words/spoken.ts';
import { createCounter } from './counter.ts';
import { CounterScreen, type CounterScreenProps } from './counter-screen.tsx';
import { listenToKeys } from './keys.ts';
import { inTheWay } from './messages.ts';
import type { Notice } from './notices.ts';
import type { CounterState } from './state.ts';
import { visitWaits } from './visit-lines.ts';

const root = document.getElementById('app') ?? document.body;
const player = createSoundPlayer(() => new AudioContext());
const socket = openLink('counter', { connection: (connection) => counter.connection(connection) });
const till = {
  ...createAsking(socket),
  signIn: (who: Parameters<typeof signIn>[1]) => signIn(socket, who),
  signOut: () => void signOut(socket),
};
const counter = createCounter({
  outbox: createOutbox((command, acknowledge) => socket.emit('command', command, acknowledge)),
  preferences: loadPreferences(localStorage),
  devicesOpen: matchMedia('(min-width: 87.5em)').matches,
  newId: () => crypto.randomUUID(),
  play: player.play,
  show,
});

const spoken = createSpoken({ languages, arrived: () => show(counter.state()) });
let dialogs: CounterScreenProps['Dialogs'] = null;
let shown: CounterState | null = null;
let loading = false;
function show(state: CounterState): void {
  const before = shown;
  shown = state;
  if ((state.dialog || inTheWay(state)) && !dialogs) loadDialogs();
  draw(state);
  if (state.preferences !== before?.preferences) savePreferences(localStorage, state.preferences);
  if (state.notice && state.notice !== before?.notice) hushLater(state.notice);
  if (occasion(state) !== (before && occasion(before))) forgetFocus();
}

function draw(state: CounterState): void {
  const words = spoken.words(state.preferences.language);
  if (!words) return;
  setPageLanguage(words.lang);
  render(<CounterScreen {...{ words, state, till }} perform={counter.perform} Dialogs={dialogs} />, root);
}

/** What the counter is about: another stage, or another card in the large field. */
function occasion({ snapshot }: CounterState): string {
  const session = snapshot?.session;
  return session?.stage === 'visit' ? `visit ${session.current}` : String(session?.stage);
}

const noticeMs = 6000;
const hushLater = (notice: Notice) => setTimeout(() => counter.hush(notice), noticeMs);

// A key left in the focus by the customer before would take the Enter that is meant to sell.
function forgetFocus(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && !focused.closest('dialog, .gate')) focused.blur();
}

let receivedAt = 0;
socket.on('counter', (snapshot) => {
  receivedAt = performance.now();
  counter.snapshot(snapshot);
});
socket.on('gate', (gate) => counter.gate(gate));

const steps = { minute: 60_000, second: 1000 };
setInterval(() => {
  const { snapshot, now } = counter.state();
  if (!snapshot) return;
  const passed = snapshot.clock.now + Math.floor(performance.now() - receivedAt);
  const step = visitWaits(snapshot.session) ? steps.second : steps.minute;
  if (Math.floor(passed / step) !== Math.floor(now / step)) counter.clock(passed as typeof now);
}, 1000);

listenToKeys(counter);
document.addEventListener('click', (event) => {
  // A pointer needs no focus, and the next Enter belongs to the counter.
  if (event.detail > 0) forgetFocus();
});
for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, player.unlock);
show(counter.state());

// They follow once the counter stands: the first card need not wait for what nobody has opened yet.
function loadDialogs(): void {
  if (dialogs || loading) return;
  loading = true;
  import('./dialogs/dialogs.tsx').then(
    ({ Dialogs }) => {
      dialogs = Dialogs;
      show(counter.state());
    },
    // The till was away for a moment; whoever asks for a dialog asks again.
    () => {
      loading = false;
    },
  );
}
loadDialogs();
