import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import './field.css';
import './visit.css';
import './foot.css';
import './dialog.css';
import './devices.css';
import './layout.css';
import { openLink } from '../link/link.ts';
import { createOutbox } from '../link/outbox.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { createSoundPlayer } from '../sound/player.ts';
import { languages } from '../words/languages.ts';
import { createCounter } from './counter.ts';
import { CounterScreen } from './counter-screen.tsx';
import { listenToKeys } from './keys.ts';
import type { CounterState, Notice } from './state.ts';

const root = document.getElementById('app') ?? document.body;
const player = createSoundPlayer(() => new AudioContext());
const socket = openLink('counter', { connection: (connection) => counter.connection(connection) });
const counter = createCounter({
  outbox: createOutbox((command, acknowledge) => socket.emit('command', command, acknowledge)),
  preferences: loadPreferences(localStorage),
  devicesOpen: matchMedia('(min-width: 87.5em)').matches,
  newId: () => crypto.randomUUID(),
  play: player.play,
  show,
});

let shown: CounterState | null = null;
function show(state: CounterState): void {
  const before = shown;
  shown = state;
  render(<CounterScreen state={state} perform={counter.perform} />, root);
  if (state.preferences !== before?.preferences) {
    savePreferences(localStorage, state.preferences);
    document.documentElement.lang = languages[state.preferences.language].lang;
  }
  if (state.notice && state.notice !== before?.notice) hushLater(state.notice);
  if (state.snapshot?.session.stage !== before?.snapshot?.session.stage) forgetFocus();
}

const noticeMs = 6000;
const hushLater = (notice: Notice) => setTimeout(() => counter.hush(notice), noticeMs);

// A key left in the focus by the customer before would take the Enter that is meant to sell.
function forgetFocus(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && !focused.closest('dialog')) focused.blur();
}

let receivedAt = 0;
socket.on('counter', (snapshot) => {
  receivedAt = performance.now();
  counter.snapshot(snapshot);
});
setInterval(() => {
  const { snapshot, now } = counter.state();
  if (!snapshot) return;
  const passed = snapshot.clock.now + Math.floor(performance.now() - receivedAt);
  if (Math.floor(passed / 60_000) !== Math.floor(now / 60_000)) counter.clock(passed as typeof now);
}, 1000);

listenToKeys(counter);
document.addEventListener('click', (event) => {
  // A pointer needs no focus, and the next Enter belongs to the counter.
  if (event.detail > 0) forgetFocus();
});
for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, player.unlock);
show(counter.state());
