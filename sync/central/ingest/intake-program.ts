import { parentPort, workerData } from 'node:worker_threads';
import { createClock } from '../clock.ts';
import { joinDatabase } from '../database/open-database.ts';
import { createWriteTurns } from '../database/write-turns.ts';
import { createOutbox } from '../outbox.ts';
import { readBatchText } from './batch-text.ts';
import { createIntake } from './intake.ts';
import type { IntakeAsked, IntakeBeginning, IntakeSaid } from './intake-messages.ts';
import { gatherSales } from './settling-pace.ts';

/** The program of the thread. */
const { store, purpose } = workerData as IntakeBeginning;
/** A commit answers many at once. */
const { put: say } = createOutbox<IntakeSaid>((said) => parentPort?.postMessage(said));
const turns = createWriteTurns();
const given = new Map<number, () => void>();

const opening = joinDatabase(store, turns.take).then((database) => ({
  database,
  intake: createIntake({
    ...{ database, purpose, clock: createClock(), gather: gatherSales },
    onSettled: (outlets) => say({ say: 'settled', outlets }),
    onFault: (error) => say({ say: 'fault', error }),
  }),
}));

async function answerTo(asked: IntakeAsked): Promise<unknown> {
  const { database, intake } = await opening;
  switch (asked.ask) {
    case 'take':
      return intake.take(asked.till, () => readBatchText(asked.batch));
    case 'work':
      return intake.work();
    case 'end':
      await intake.end();
      return database.close();
    case 'turn':
      given.set(asked.id, await turns.take());
      return null;
    case 'turn-over':
      given.get(asked.id)?.();
      given.delete(asked.id);
      return null;
  }
}

function hear(asked: IntakeAsked): void {
  const { id } = asked;
  answerTo(asked).then(
    (value) => asked.ask !== 'turn-over' && say({ say: 'done', id, value }),
    (error) => say({ say: 'failed', id, error }),
  );
}

parentPort?.on('message', (all: readonly IntakeAsked[]) => all.forEach(hear));
