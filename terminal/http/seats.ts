import { randomBytes } from 'node:crypto';
import type { OperatorId } from '#rules';
import type { Operator, Till } from '#services';

/** Who is signed in at which screen. Kept in memory only: a program that starts again asks for the PIN again. */
export interface Seats {
  /** @returns the secret by which the screen is known from now on */
  take(operatorId: OperatorId): string;
  who(seat: unknown): OperatorId | null;
  leave(seat: unknown): void;
  /** Signs a person out at every screen but the one that has the seat `kept`. */
  endOthers(operatorId: OperatorId, kept: string | null): void;
}

/** Who sits there and may: nobody who has left the shop since. */
export function operatorAt(seat: unknown, seats: Seats, { operators }: Till['store']): Operator | null {
  const operatorId = seats.who(seat);
  const operator = operatorId === null ? null : operators.byId(operatorId);
  return operator?.active ? operator : null;
}

export function createSeats(): Seats {
  const seats = new Map<string, OperatorId>();
  return {
    take(operatorId) {
      const seat = randomBytes(24).toString('base64url');
      seats.set(seat, operatorId);
      return seat;
    },
    who: (seat) => (typeof seat === 'string' ? (seats.get(seat) ?? null) : null),
    leave: (seat) => void (typeof seat === 'string' && seats.delete(seat)),
    endOthers(operatorId, kept) {
      for (const [seat, who] of seats) if (who === operatorId && seat !== kept) seats.delete(seat);
    },
  };
}
