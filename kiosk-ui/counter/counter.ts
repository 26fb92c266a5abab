import type { CounterSnapshot, GateSnapshot } from '#api';
import type { Connection } from '../link/link.ts';
import { replaces } from '../link/link.ts';
import type { Outbox } from '../link/outbox.ts';
import type { Preferences } from '../preferences.ts';
import { type SoundName, soundFor } from '../sound/sounds.ts';
import { type Intent, isForTill, type TillIntent } from './intents.ts';
import type { Notice } from './notices.ts';
import { scanMeaning } from './scan-meaning.ts';
import { screenChange } from './screen-change.ts';
import { type CounterState, startState, withGate, withSnapshot } from './state.ts';
import { commandFor, doneChange } from './till-command.ts';

export interface CounterDeps {
  readonly outbox: Outbox;
  readonly preferences: Preferences;
  readonly devicesOpen: boolean;
  readonly newId: () => string;
  readonly play: (sound: SoundName, volume: number) => void;
  /** Called after every change of the state, once for each. */
  readonly show: (state: CounterState) => void;
}

/** The counter screen without its pixels: events and intents in, commands and states out. */
export interface Counter {
  state(): CounterState;
  connection(connection: Connection): void;
  snapshot(snapshot: CounterSnapshot): void;
  /** Nobody is signed in at this screen. */
  gate(gate: GateSnapshot): void;
  perform(intent: Intent): void;
  /** A barcode was read. */
  scanned(text: string): void;
  /** Takes a notice off the screen. */
  hush(notice: Notice): void;
  clock(now: CounterState['now']): void;
}

export function createCounter({ outbox, newId, play, show, ...start }: CounterDeps): Counter {
  let state = startState(start.preferences, start.devicesOpen);
  let fresh = true;

  const set = (change: Partial<CounterState>) => {
    state = { ...state, ...change };
    show(state);
  };
  const sound = (name: SoundName) => play(name, state.preferences.muted ? 0 : state.preferences.volume);

  async function ask(intent: TillIntent): Promise<void> {
    const answer = commandFor(state, intent, newId);
    if (!answer) return;
    const { command, notice = null } = answer;
    if (!command) return set({ notice, foreseen: null });
    set({ awaiting: command.type, notice, refused: null });
    const outcome = await outbox.send(command);
    if (outcome.ok) return set({ awaiting: null, ...doneChange(command) });
    const { code } = outcome;
    // A modal dialog covers the strip in which a notice would stand.
    set({
      awaiting: null,
      foreseen: null,
      ...(state.dialog
        ? { refused: { command: command.type, code } }
        : { notice: { about: 'refusal', code } }),
    });
  }

  function perform(intent: Intent): void {
    if (isForTill(intent)) return void ask(intent);
    if (intent.want === 'hear') play(intent.sound, state.preferences.volume);
    // A card that cannot be read is acknowledged by keying in its number instead.
    const unread = state.snapshot?.session.stage === 'problem';
    if (intent.want === 'open' && intent.dialog === 'by-hand' && unread) void ask({ want: 'dismiss' });
    set(screenChange(state, intent));
  }

  return {
    state: () => state,
    connection(connection) {
      if (connection === 'online') {
        fresh = true;
        outbox.connected();
      } else outbox.disconnected();
      set({ connection });
    },
    snapshot(snapshot) {
      if (!fresh && !replaces(state.snapshot, snapshot)) return;
      fresh = false;
      const name = soundFor(state.snapshot?.session ?? null, snapshot.session);
      set(withSnapshot(state, snapshot));
      if (name) sound(name);
    },
    gate: (gate) => set(withGate(state, gate)),
    perform,
    scanned(text) {
      const dialog = state.snapshot ? scanMeaning(text) : null;
      const free = state.dialog === null || state.dialog === dialog;
      if (dialog && free) perform({ want: 'open', dialog, scanned: text.toUpperCase() });
      else set({ notice: { about: 'scanned' } });
    },
    hush: (notice) => (state.notice === notice ? set({ notice: null }) : undefined),
    clock: (now) => set({ now }),
  };
}
