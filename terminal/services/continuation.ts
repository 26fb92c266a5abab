import type { SyncClient } from '#sync-client';

/**
 * Whether another enrolment would mend what is wrong with an enrolled till: its journal then goes on under a new name.
 * Waits until the centre has said what is wrong, if it can.
 */
export async function wantsNewName(client: SyncClient): Promise<boolean> {
  await answered(client);
  const { phase, why } = client.status();
  if (phase !== 'halted') return false;
  switch (why?.kind) {
    case 'fork':
    case 'rolled-back':
    case 'revoked':
    case 'bad-signature':
    case 'unknown-till':
      return true;
    default:
      return false;
  }
}

/** Resolves once the centre has answered, or it is known that it does not. */
function answered(client: SyncClient): Promise<void> {
  const isAnswered = () => {
    const { phase, heardAt } = client.status();
    return phase === 'halted' || phase === 'backing-off' || heardAt !== null;
  };
  return new Promise((resolve) => {
    if (isAnswered()) {
      resolve();
      return;
    }
    const end = client.subscribe(() => {
      if (!isAnswered()) return;
      end();
      resolve();
    });
  });
}
