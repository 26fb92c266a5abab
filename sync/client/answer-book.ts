import type { CentreKey, Fault, JournalPlace, PullHeard, PushAnswer } from '#protocol';
import type { Trouble } from './machine.ts';
import { createPolicyIntake, type RefusedPolicy } from './received-policies.ts';
import type { Cursors, Station } from './station.ts';

/**
 * What an answer means that has less than the till was told before: a stick brought it late, or the centre was put back
 * to an earlier copy.
 */
export type Less = 'answered-earlier' | 'put-back';

/** Writes down what the centre's answers say, whichever way they came. What writes throws what the station throws. */
export interface AnswerBook {
  /** @returns why the centre does not take everything */
  accept(answer: PushAnswer, less: Less): Trouble | null;
  receive(answer: PullHeard, less: Less): void;
  /** After which numbers to ask. */
  asked(): Cursors;
  /** Whether these last numbers of the centre's are more than the till has asked for. */
  isBehind(last: Cursors): boolean;
  /** Milliseconds between a sale and its push, as the centre said last. */
  slotMs(): number;
  refusedPolicy(): RefusedPolicy | null;
}

export function createAnswerBook(station: Station, centreKeys: readonly CentreKey[]): AnswerBook {
  const intake = createPolicyIntake(station, centreKeys);
  let slotMs = 0;

  /** A place that this journal does not have is another journal's: a copy wrote on, or this is an old one. */
  function foreignPlace({ seq, hash }: JournalPlace): Fault | null {
    const own = station.hashAt(seq);
    if (own === null) return { kind: 'rolled-back', seq: station.head().seq + 1 };
    return own === hash ? null : { kind: 'fork', seq };
  }

  const asked = (): Cursors => ({ feed: station.cursors().feed, policy: intake.asked() });

  return {
    asked,
    accept({ acknowledged, fault, slotMs: slot }, less) {
      const foreign = foreignPlace(acknowledged);
      if (foreign) return foreign;
      if (acknowledged.seq < station.acknowledged().seq && less === 'answered-earlier') return null;
      slotMs = slot;
      station.keepAcknowledged(acknowledged);
      return fault ? troubleOf(fault) : null;
    },
    receive({ items, policies, feed }, less) {
      const cursors = station.cursors();
      if (feed < cursors.feed && less === 'put-back') {
        // The centre counts on from its earlier copy: what it says is taken from the start.
        station.keepPulled({ items: [], policies: [], cursors: { ...cursors, feed: 0 } });
        return;
      }
      const fresh = items.filter(({ number }) => number > cursors.feed);
      const { good, cursor } = intake.take(policies);
      if (fresh.length === 0 && good.length === 0 && cursor === cursors.policy) return;
      station.keepPulled({
        items: fresh.map(({ item }) => item).filter((item) => item !== null),
        policies: good,
        cursors: { feed: fresh.at(-1)?.number ?? cursors.feed, policy: cursor },
      });
    },
    isBehind(last) {
      const { feed, policy } = asked();
      return last.feed > feed || last.policy > policy;
    },
    slotMs: () => slotMs,
    refusedPolicy: intake.refused,
  };
}

/** The centre took what it could and said why not the rest: whatever that is called, the till is known there. */
const troubleOf = (fault: NonNullable<PushAnswer['fault']>): Trouble =>
  fault.kind === 'later-fault' ? { ...fault, step: 'wait' } : fault;
