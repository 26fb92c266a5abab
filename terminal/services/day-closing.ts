import type { DayFigures } from '#protocol';
import {
  type Actor,
  addDays,
  type BusinessDay,
  businessDayOf,
  instant,
  maskKinds,
  mayDo,
  type PiecesByKind,
  type PolicyPack,
  ruleSetAt,
  startOfDay,
} from '#rules';
import type { DayMovement, Store } from '#store';
import type { PolicyBook } from './policy-book.ts';
import { createSignal, type Signal } from './signal.ts';
import { closeReference } from './slip-documents.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of a close. Anything but `done` changed nothing. */
export type DayCloseAnswer = 'done' | 'not-your-right' | 'nothing-to-close' | 'not-allowed';

export interface CloseDay {
  readonly commandId: string;
  readonly day: BusinessDay;
  /** NT$ in the drawer that belong to these sales. */
  readonly countedCash: number;
  readonly countedStock: PiecesByKind;
  readonly note: string;
}

export interface DayClosing {
  /** What a day came to, as far as it has gone. */
  figures(day: BusinessDay): DayFigures;
  /** Entries that the centre has not acknowledged; 0 where there is no centre. */
  unsent(): number;
  /** A day on which something happened after its close is closed again, and the later close counts. @throws a storage error */
  close(order: CloseDay, actor: Actor): DayCloseAnswer;
  readonly changed: Signal;
}

export interface DayClosingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policies: Pick<PolicyBook, 'now'>;
  /** Where there is none, nothing waits to be sent. */
  readonly centre: 'none' | 'configured';
  /** `none`: no slip is queued, because nothing could ever print it. */
  readonly slips: 'printed' | 'none';
  /** After the close is on disk. */
  readonly onClosed: () => void;
}

export function createDayClosing(deps: DayClosingDeps): DayClosing {
  const { store, time, policies } = deps;
  const changed = createSignal();

  function figures(day: BusinessDay): DayFigures {
    const movement = store.figures.of(day);
    return {
      ...movement,
      toRemit: movement.salesAmount - movement.voids.amount,
      sellingDay: store.dayCloses.sellingDays(day),
      subsidy: subsidyOf(day, movement, policies.now()),
    };
  }

  /** On hand now, which is what was counted, of whatever day the close is. */
  function bookedStock(): PiecesByKind {
    const { adult, child } = store.stock.on(businessDayOf(time.now()));
    return { adult: adult.onHand, child: child.onHand };
  }

  const unsent = (): number =>
    deps.centre === 'none' ? 0 : store.journal.head().seq - (store.working.acknowledged()?.seq ?? 0);

  function record({ commandId, day, countedCash, countedStock, note }: CloseDay, by: Actor): DayCloseAnswer {
    if (store.commandsDone.has(commandId)) return 'done';
    if (!mayDo(by.role, 'close-day')) return 'not-your-right';
    const at = time.now();
    const closesBefore = store.dayCloses.of(day).length;
    // A day that is closed may be closed anew: a figure may have been counted or keyed in wrongly.
    const something = closesBefore > 0 || store.dayCloses.daysToClose().includes(day);
    if (day > businessDayOf(at) || !something) return 'nothing-to-close';
    if (![countedCash, ...maskKinds.map((kind) => countedStock[kind])].every(isCount)) return 'not-allowed';
    const number = closesBefore + 1;
    const counted = { bookedStock: bookedStock(), countedStock, countedCash };
    const closed = { commandId, day, number, figures: figures(day), ...counted, unsent: unsent(), note };
    store.record({ kind: 'day-closed', ...closed, by: by.operatorId }, at);
    if (deps.slips === 'printed') {
      store.printJobs.add({ slip: 'day-close', reference: closeReference(day, number) }, 0);
    }
    return 'done';
  }

  return {
    figures,
    unsent,
    close(order, actor) {
      const answer = store.transact(() => record(order, actor));
      if (answer === 'done') {
        changed.raise();
        deps.onClosed();
      }
      return answer;
    },
    changed,
  };
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** By the rules at the end of the day: a rule set may begin in its middle, and the first one did. */
function subsidyOf(day: BusinessDay, { sales, persons }: DayMovement, policy: PolicyPack): number {
  const ruleSet = ruleSetAt(policy, instant(startOfDay(addDays(day, 1)) - 1));
  if (!ruleSet) return 0;
  const { perDay, perPerson } = ruleSet.subsidy;
  return (sales.adult + sales.child > 0 ? perDay : 0) + perPerson * persons;
}
