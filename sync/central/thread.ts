import { Worker, type WorkerOptions } from 'node:worker_threads';

/** A thread that does a part of the centre's work: begun when it is asked first, and anew when it is asked after it broke. */
export interface Thread<Asked> {
  /** What is asked in one turn of the event loop goes over together: waking a thread costs more than the words. */
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

/**
 * Most in one message. Under load a turn of the event loop takes hundreds of requests: were they all one message, each
 * thread would wait for the others instead of working beside them.
 */
export const togetherMost = 32;

export function openThread<Asked, Said>(deps: ThreadDeps<Said>): Thread<Asked> {
  const { program, options, does, onSaid, onBroken } = deps;
  let worker: Worker | null = null;
  let toAsk: Asked[] = [];
  let ended = false;

  function begin(): Worker {
    const begun = new Worker(program, options);
    begun.on('message', (said: Said) => {
      if (worker !== begun) return;
      onSaid(said);
      // Where thousands of connections have something to read, Node comes to what was put off only seconds later.
      send();
    });
    begun.on('error', (error) => broke(begun, error));
    begun.on('exit', () => broke(begun, new Error(`the thread that ${does} has ended`)));
    return begun;
  }

  function broke(thread: Worker, error: unknown): void {
    if (worker !== thread) return;
    worker = null;
    toAsk = [];
    onBroken(error);
  }

  function send(): void {
    if (ended || toAsk.length === 0) return;
    worker ??= begin();
    worker.postMessage(toAsk);
    toAsk = [];
  }

  return {
    ask(asked) {
      if (ended) return;
      const together = toAsk.push(asked);
      if (together === 1) setImmediate(send);
      else if (together === togetherMost) send();
    },
    isBegun: () => worker !== null,
    async end() {
      ended = true;
      const thread = worker;
      worker = null;
      await thread?.terminate();
    },
  };
}
