import {
  type BusinessDay,
  type ClockTime,
  type Instant,
  instantAt,
  type MaskKind,
  type PiecesByKind,
  type PolicyPack,
  ruleSetAt,
} from '#rules';
import type { TicketSession } from '#store';

/** `handing-out` until the pick-up begins, though tickets may be handed out until it ends. */
export type TicketPhase = 'planned' | 'handing-out' | 'picking-up' | 'over';

/** A session as screens and the public see it. */
export interface TicketSessionView {
  readonly sessionId: string;
  readonly day: BusinessDay;
  readonly handOutFrom: ClockTime;
  readonly pickUpFrom: ClockTime;
  readonly pickUpUntil: ClockTime;
  readonly sets: PiecesByKind;
  readonly handedOut: PiecesByKind;
  readonly open: PiecesByKind;
  /** Still to be handed out, as far as the stock allows. */
  readonly left: PiecesByKind;
  readonly cardCheck: boolean;
  readonly phase: TicketPhase;
}

export function phaseOf(session: TicketSession, at: Instant): TicketPhase {
  const { day, handOutFrom, pickUpFrom, pickUpUntil, lapsed } = session;
  if (lapsed || at >= instantAt(day, pickUpUntil)) return 'over';
  if (at >= instantAt(day, pickUpFrom)) return 'picking-up';
  return at >= instantAt(day, handOutFrom) ? 'handing-out' : 'planned';
}

/** What one person may buy when the pick-up begins; `null` where no rules are in force then. */
export function piecesPerTicket(
  { day, pickUpFrom }: TicketSession,
  kind: MaskKind,
  policy: PolicyPack,
): number | null {
  return ruleSetAt(policy, instantAt(day, pickUpFrom))?.allowance[kind].pieces ?? null;
}

export interface SessionNow {
  readonly at: Instant;
  readonly counts: { readonly handedOut: PiecesByKind; readonly open: PiecesByKind };
  /** Pieces that nobody was promised, on the day of the session. */
  readonly available: PiecesByKind;
  readonly policy: PolicyPack;
}

export function viewOf(
  session: TicketSession,
  { at, counts, available, policy }: SessionNow,
): TicketSessionView {
  const { lapsed: _, ...planned } = session;
  const phase = phaseOf(session, at);
  const left = (kind: MaskKind): number => {
    const pieces = piecesPerTicket(session, kind, policy);
    if (phase === 'over' || pieces === null) return 0;
    return Math.max(
      0,
      Math.min(session.sets[kind] - counts.handedOut[kind], Math.floor(available[kind] / pieces)),
    );
  };
  const { handedOut, open } = counts;
  return { ...planned, handedOut, open, left: { adult: left('adult'), child: left('child') }, phase };
}
