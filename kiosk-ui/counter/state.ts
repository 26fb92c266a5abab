import type { Command, CounterSnapshot, GateSnapshot, MessageView, SlipKind } from '#api';
import type { Connection } from '../link/link.ts';
import type { Preferences } from '../preferences.ts';
import type { Stage } from '../wall.ts';
import { type AlertCode, alertsOf } from './alerts.ts';
import { type GuideStep, nextStep } from './guide.ts';
import type { DialogName } from './intents.ts';
import { inTheWay, noticeOf, urgentOf } from './messages.ts';
import type { Notice, Refused } from './notices.ts';
import { cardArrived } from './visit-lines.ts';

/** The newest snapshot, and what belongs to this screen alone. */
export interface CounterState {
  readonly connection: Connection;
  /** `null` while nobody is signed in, or nothing has arrived. */
  readonly snapshot: CounterSnapshot | null;
  /** The last sign-in that the till showed; it stands on the screen while there is no snapshot. */
  readonly gate: GateSnapshot | null;
  /** The time in Taipei: to the minute that the screen shows, and to the second while a visit waits for a card. */
  readonly now: CounterSnapshot['clock']['now'];
  /** The command whose answer is awaited. */
  readonly awaiting: Command['type'] | null;
  readonly notice: Notice | null;
  readonly dialog: DialogName | null;
  readonly refused: Refused | null;
  /** What a scanner read to open the dialog. */
  readonly scanned: string | null;
  /** The visit that the card in the reader is about to join, as it stood before. */
  readonly joined: Stage<'visit'> | null;
  /** The visit whose earlier purchases are open. */
  readonly historyVisit: string | null;
  /** The quantity that was just keyed in, until the till has it. */
  readonly foreseen: number | null;
  /** Alerts that a person has seen; they stay in the status bar, and speak again when they come back. */
  readonly silenced: readonly AlertCode[];
  readonly devicesOpen: boolean;
  /** Where the guided first sale stands; `null` once it was closed. */
  readonly guide: GuideStep | null;
  readonly preferences: Preferences;
}

export const startState = (preferences: Preferences, devicesOpen: boolean): CounterState => ({
  connection: 'connecting',
  snapshot: null,
  gate: null,
  now: 0 as CounterState['now'],
  awaiting: null,
  notice: null,
  dialog: null,
  refused: null,
  scanned: null,
  joined: null,
  historyVisit: null,
  foreseen: null,
  silenced: [],
  devicesOpen,
  guide: 'insert',
  preferences,
});

/** Half keyed in, these are not to be lost to the next card. */
const keepsOpen: readonly (DialogName | null)[] = ['goods-in', 'by-hand'];

/** What an open dialog leaves behind when it closes: nothing, and no number that was scanned. */
export const noDialog = { dialog: null, refused: null, scanned: null } as const;

/** The state after a snapshot has arrived. */
export function withSnapshot(state: CounterState, snapshot: CounterSnapshot): CounterState {
  const before = state.snapshot?.session ?? null;
  const { session } = snapshot;
  const present = alertsOf(snapshot);
  const newStage = before?.stage !== session.stage;
  const covered = cardArrived(before, session) !== null && !keepsOpen.includes(state.dialog);
  const otherPerson = state.snapshot?.you.operatorId !== snapshot.you.operatorId;
  return {
    ...state,
    snapshot,
    foreseen: null,
    ...(covered || (otherPerson && state.dialog === 'person') ? noDialog : {}),
    now: snapshot.clock.now,
    joined: joinedBy(state, snapshot),
    silenced: state.silenced.filter((code) => present.includes(code)),
    notice: newStage && state.notice?.about !== 'refusal' ? null : state.notice,
    guide: state.guide && nextStep(state.guide, session),
  };
}

/** The state once nobody is signed in: nothing of the shop's stays on the screen. */
export const withGate = (state: CounterState, gate: GateSnapshot): CounterState => ({
  ...state,
  ...noDialog,
  gate,
  snapshot: null,
  joined: null,
  historyVisit: null,
  notice: null,
  awaiting: null,
});

function joinedBy({ snapshot, joined }: CounterState, { session }: CounterSnapshot): Stage<'visit'> | null {
  if (session.stage !== 'reading' || session.visitId === null) return null;
  const before = snapshot?.session;
  const visit = before?.stage === 'visit' ? before : joined;
  if (visit?.visitId !== session.visitId) return null;
  return { ...visit, lines: visit.lines.map((line) => ({ ...line, cardInside: false, holder: null })) };
}

/** What speaks above the status bar: one thing at a time, the most pressing first. */
export type Speaking =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'slip'; readonly jobId: number; readonly slip: SlipKind; readonly name: string }
  | { readonly kind: 'alert'; readonly code: AlertCode }
  | { readonly kind: 'receipt-shown'; readonly receiptNumber: string }
  | { readonly kind: 'message'; readonly message: MessageView };

export function speaking(state: CounterState): Speaking | null {
  const { snapshot, notice, silenced, now } = state;
  if (notice) return { kind: 'notice', notice };
  if (!snapshot) return null;
  const [doubtful] = snapshot.printer.doubtful;
  if (doubtful) return { kind: 'slip', jobId: doubtful.jobId, slip: doubtful.slip, name: doubtful.name };
  const { receiptShown } = snapshot.display;
  if (receiptShown !== null) return { kind: 'receipt-shown', receiptNumber: receiptShown };
  const urgent = inTheWay(state) ? null : urgentOf(snapshot);
  if (urgent) return { kind: 'message', message: urgent };
  const code = alertsOf(snapshot, now).find((alert) => !silenced.includes(alert));
  if (code) return { kind: 'alert', code };
  const message = noticeOf(snapshot);
  return message && { kind: 'message', message };
}
