import type { TillName } from '#protocol';
import type { OutletCode } from '#rules';
import type { CentralConfig } from '../config.ts';
import type { Purpose } from './batch-check.ts';

/** What the intake's thread is begun with. */
export interface IntakeBeginning {
  readonly store: CentralConfig['store'];
  readonly purpose: Purpose;
}

/** Asked of the thread. Each `id` is answered once. */
export type IntakeAsked =
  /** `batch`: of `batchText`. */
  | { readonly id: number; readonly ask: 'take'; readonly till: TillName; readonly batch: string }
  | { readonly id: number; readonly ask: 'work' | 'end' }
  /** To write: answered once nobody else writes, and until `turn-over` nobody else does. */
  | { readonly id: number; readonly ask: 'turn' }
  | { readonly id: number; readonly ask: 'turn-over' };

/** Said by the thread. */
export type IntakeSaid =
  | { readonly say: 'done'; readonly id: number; readonly value: unknown }
  | { readonly say: 'failed'; readonly id: number; readonly error: unknown }
  | { readonly say: 'settled'; readonly outlets: readonly OutletCode[] }
  | { readonly say: 'fault'; readonly error: unknown };
