import type { Command, Reply } from '#api';

/** What became of a command. `lost`: nobody knows, and it is not of a kind that may be sent twice. */
export type Outcome = Reply | { readonly ok: false; readonly code: 'lost' };

/** Commands on their way to the till. Each is answered once; what a dropped connection left unanswered goes out again. */
export interface Outbox {
  send(command: Command): Promise<Outcome>;
  connected(): void;
  disconnected(): void;
}

interface Sent {
  readonly command: Command;
  readonly answer: (outcome: Outcome) => void;
}

// A dismissal sent again could end the next customer's visit, and a virtual card could go in twice: a person presses
// again instead. All others name their visit or themselves, so the till recognises the second copy.
const repeatable = (command: Command): boolean => 'visitId' in command || 'commandId' in command;

export function createOutbox(emit: (command: Command, acknowledge: (reply: Reply) => void) => void): Outbox {
  const unanswered = new Set<Sent>();
  let online = false;

  const transmit = (sent: Sent) =>
    emit(sent.command, (reply) => {
      if (unanswered.delete(sent)) sent.answer(reply);
    });

  return {
    send: (command) =>
      new Promise((answer) => {
        if (!online) return answer({ ok: false, code: 'lost' });
        const sent = { command, answer };
        unanswered.add(sent);
        transmit(sent);
      }),
    connected() {
      online = true;
      for (const sent of unanswered) transmit(sent);
    },
    disconnected() {
      online = false;
      for (const sent of unanswered) {
        if (repeatable(sent.command)) continue;
        unanswered.delete(sent);
        sent.answer({ ok: false, code: 'lost' });
      }
    },
  };
}
