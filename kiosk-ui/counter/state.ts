import type { Command, CounterSnapshot, RefusalCode } from '#api';
import type { Connection } from '../link/link.ts';
import type { Preferences } from '../preferences.ts';
import { type AlertCode, alertsOf } from './alerts.ts';
import type { DialogName } from './intents.ts';

/** A sentence that goes away by itself; what must stay is in the snapshot. */
export type Notice =
  | { readonly about: 'refusal'; readonly code: RefusalCode | 'lost' }
  | { readonly about: 'scanned' }
  | { readonly about: 'too-many'; readonly most: number }
  | { readonly about: 'goods-in'; readonly adult: number; readonly child: number }
  | { readonly about: 'copy-ordered' }
  | { readonly about: 'no-receipt' };

/** The newest snapshot, and what belongs to this screen alone. */
export interface CounterState {
  readonly connection: Connection;
  readonly snapshot: CounterSnapshot | null;
  /** The time in Taipei, to the minute that the screen shows. */
  readonly now: CounterSnapshot['clock']['now'];
  /** The command whose answer is awaited. */
  readonly awaiting: Command['type'] | null;
  readonly notice: Notice | null;
  readonly dialog: DialogName | null;
  /** The visit whose card a person has compared, and the one whose earlier purchases are open. */
  readonly checkedVisit: string | null;
  readonly historyVisit: string | null;
  /** Alerts that a person has seen; they stay in the status bar, and speak again when they come back. */
  readonly silenced: readonly AlertCode[];
  readonly devicesOpen: boolean;
  readonly preferences: Preferences;
}

export const startState = (preferences: Preferences, devicesOpen: boolean): CounterState => ({
  connection: 'connecting',
  snapshot: null,
  now: 0 as CounterState['now'],
  awaiting: null,
  notice: null,
  dialog: null,
  checkedVisit: null,
  historyVisit: null,
  silenced: [],
  devicesOpen,
  preferences,
});

/** The state after a snapshot has arrived. */
export function withSnapshot(state: CounterState, snapshot: CounterSnapshot): CounterState {
  const present = alertsOf(snapshot);
  const newStage = state.snapshot?.session.stage !== snapshot.session.stage;
  // A verdict is not to be covered; numbers half keyed in are not to be lost.
  const covered = newStage && snapshot.session.stage === 'verdict' && state.dialog !== 'goods-in';
  return {
    ...state,
    snapshot,
    dialog: covered ? null : state.dialog,
    now: snapshot.clock.now,
    silenced: state.silenced.filter((code) => present.includes(code)),
    notice: newStage && state.notice?.about !== 'refusal' ? null : state.notice,
  };
}

/** What speaks above the status bar: one thing at a time, the most pressing first. */
export type Speaking =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'slip'; readonly jobId: number; readonly receiptNumber: string }
  | { readonly kind: 'alert'; readonly code: AlertCode };

export function speaking({ snapshot, notice, silenced }: CounterState): Speaking | null {
  if (notice) return { kind: 'notice', notice };
  const slip = snapshot?.printer.doubtful[0];
  if (slip) return { kind: 'slip', ...slip };
  const code = snapshot && alertsOf(snapshot).find((alert) => !silenced.includes(alert));
  return code ? { kind: 'alert', code } : null;
}
