import { z } from 'zod';
import { malformed, type Parsed, parsed } from './parsed.ts';

/** Names a person who works at this outlet; made once and never given to another. */
export const operatorIdSchema = z.uuid().brand<'OperatorId'>();
export type OperatorId = z.infer<typeof operatorIdSchema>;

export const roleSchema = z.enum(['pharmacist', 'staff', 'manager']);
export type Role = z.infer<typeof roleSchema>;

/** Who is asking. */
export interface Actor {
  readonly operatorId: OperatorId;
  readonly role: Role;
}

/** What not everybody may do. Selling, tickets, copies and the void of one's own sale of today are everybody's. */
export type Right =
  | 'void-any-sale'
  | 'review-sales'
  | 'keep-stock'
  | 'plan-tickets'
  | 'set-selling-state'
  | 'close-day'
  | 'sell-against-rules'
  | 'keep-operators'
  | 'confirm-clock'
  | 'describe-outlet'
  | 'join-centre'
  | 'pair-phones';

const pharmacist: readonly Right[] = ['keep-stock', 'plan-tickets', 'set-selling-state', 'close-day'];
const manager: readonly Right[] = [
  ...pharmacist,
  'void-any-sale',
  'review-sales',
  'sell-against-rules',
  'keep-operators',
  'confirm-clock',
  'describe-outlet',
  'join-centre',
  'pair-phones',
];
const rights: Readonly<Record<Role, readonly Right[]>> = { staff: [], pharmacist, manager };

export const mayDo = (role: Role, right: Right): boolean => rights[role].includes(right);

/** Four to eight digits, and not one digit over and over or in a row, which are the first that anybody tries. */
export function parsePin(text: string): Parsed<string, 'not-a-pin' | 'pin-too-simple'> {
  if (!/^\d{4,8}$/.test(text)) return malformed('not-a-pin');
  const steps = new Set([...text].slice(1).map((digit, i) => Number(digit) - Number(text.charAt(i))));
  const [step] = steps;
  const simple = steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
  return simple ? malformed('pin-too-simple') : parsed(text);
}
