import { exhaustive, type OutletCode } from '#rules';
import type { WriteTurns } from '../database/write-turns.ts';
import { openThread } from '../thread.ts';
import { batchText } from './batch-text.ts';
import type { Intake, Taken } from './intake.ts';
import type { IntakeAsked, IntakeBeginning, IntakeSaid } from './intake-messages.ts';

/** An intake in a thread of its own, so that whoever asks does not wait for the disk; and its turns to write. */
export interface IntakeThread extends Intake {
  readonly turns: WriteTurns;
}

export interface IntakeThreadDeps {
  /** Of the build. */
  readonly program: URL;
  readonly beginning: IntakeBeginning;
  readonly onSettled: (news: readonly OutletCode[]) => void;
  readonly onFault: (error: unknown) => void;
}

/** A day's outage that is drained at once fits well below it. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Question = IntakeAsked extends infer Each
  ? Each extends { id: number }
    ? Omit<Each, 'id'>
    : never
  : never;

/** A thread that breaks is told to `onFault`; what it had not answered fails, and the next question begins another. */
export function openIntakeThread(deps: IntakeThreadDeps): IntakeThread {
  const { program, beginning, onSettled, onFault } = deps;
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended = false;
  const thread = openThread<IntakeAsked, readonly IntakeSaid[]>({
    ...{ program, options: { workerData: beginning, resourceLimits }, does: 'takes pushes' },
    onSaid: (all) => all.forEach(hear),
    onBroken(error) {
      const left = [...waiting.values()];
      waiting.clear();
      for (const { reject } of left) reject(error);
      onFault(error);
    },
  });

  function hear(said: IntakeSaid): void {
    switch (said.say) {
      case 'done':
        answered(said.id)?.resolve(said.value);
        return;
      case 'failed':
        answered(said.id)?.reject(said.error);
        return;
      case 'settled':
        onSettled(said.outlets);
        return;
      case 'fault':
        onFault(said.error);
        return;
      default:
        exhaustive(said);
    }
  }

  function answered(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  function ask(question: Question, id = ++last): Promise<unknown> {
    if (ended) return Promise.reject(new Error('the centre closes'));
    thread.ask({ ...question, id } as IntakeAsked);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  }

  return {
    take: (till, batch) => ask({ ask: 'take', till, batch: batchText(batch()) }) as Promise<Taken>,
    work: async () => void (await ask({ ask: 'work' })),
    async end() {
      if (thread.isBegun()) await ask({ ask: 'end' });
      ended = true;
      await thread.end();
    },
    turns: {
      async take() {
        // Whoever closes may still write, and nobody writes beside it any more.
        if (ended) return () => {};
        const id = ++last;
        await ask({ ask: 'turn' }, id);
        return () => thread.ask({ ask: 'turn-over', id });
      },
    },
  };
}
