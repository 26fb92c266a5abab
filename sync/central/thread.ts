import { Worker, type WorkerOptions } from 'node:worker_threads';
import { createOutbox } from './outbox.ts';

/** A thread that does a part of the centre's work: begun when it is asked first, and anew when it is asked after it broke. */
export interface Thread<Asked> {
  ask(asked: Asked): void;
  /** Whether there is one now. */
  isBegun(): boolean;
  /** At once, whatever it is at. What is asked after that is asked of nobody. */
  end(): Promise<void>;
}

export interface ThreadDeps<Said> {
  /** Of the build. It hears arrays of what was asked. */
  readonly program: URL;
  readonly options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>;
  /** What it does, as a sentence goes on after *the thread that*. */
  readonly does: string;
  readonly onSaid: (said: Said) => void;
  /** It broke, or ended by itself. Whatever was asked and not answered never will be. */
  readonly onBroken: (error: unknown) => void;
}

export function openThread<Asked, Said>(deps: ThreadDeps<Said>): Thread<Asked> {
  const { program, options, does, onSaid, onBroken } = deps;
  let worker: Worker | null = null;
  let ended = false;
  const asking = createOutbox<Asked>((asked) => {
    if (ended) return;
    worker ??= begin();
    worker.postMessage(asked);
  });

  function begin(): Worker {
    const begun = new Worker(program, options);
    begun.on('message', (said: Said) => {
      if (worker !== begun) return;
      onSaid(said);
      // Where thousands of connections have something to read, Node comes to what was put off only seconds later.
      asking.send();
    });
    begun.on('error', (error) => broke(begun, error));
    begun.on('exit', () => broke(begun, new Error(`the thread that ${does} has ended`)));
    return begun;
  }

  function broke(thread: Worker, error: unknown): void {
    if (worker !== thread) return;
    worker = null;
    asking.drop();
    onBroken(error);
  }

  return {
    ask: asking.put,
    isBegun: () => worker !== null,
    async end() {
      ended = true;
      const thread = worker;
      worker = null;
      await thread?.terminate();
    },
  };
}
