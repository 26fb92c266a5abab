import type { AnswerTo, Query, QueryReply } from '#api';

/** Why a question went without an answer. `lost`: the connection dropped; ask again once it is back. */
export type AskRefusal = Exclude<QueryReply, { ok: true }>['code'] | 'lost';

export type Asked<About extends Query['about']> =
  | { readonly ok: true; readonly answer: AnswerTo<About> }
  | { readonly ok: false; readonly code: AskRefusal };

/** Questions to the till. Each is answered once; none outlives its connection. */
export interface Asking {
  ask<Q extends Query>(query: Q): Promise<Asked<Q['about']>>;
}

/** What is used of the page's socket. */
export interface AskingWire {
  readonly connected: boolean;
  emit(event: 'ask', query: Query, acknowledge: (reply: QueryReply) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

type Settle = (reply: QueryReply | { readonly ok: false; readonly code: 'lost' }) => void;

export function createAsking(socket: AskingWire): Asking {
  const open = new Set<Settle>();

  socket.on('disconnect', () => {
    for (const settle of open) settle({ ok: false, code: 'lost' });
    open.clear();
  });

  return {
    ask: <Q extends Query>(query: Q) =>
      new Promise<Asked<Q['about']>>((resolve) => {
        const settle: Settle = (reply) => resolve(fitting(query, reply));
        // Socket.IO would keep the question and put it to the till after the reconnection, when nobody waits for it.
        if (!socket.connected) return settle({ ok: false, code: 'lost' });
        open.add(settle);
        socket.emit('ask', query, (reply) => {
          if (open.delete(settle)) settle(reply);
        });
      }),
  };
}

function fitting<Q extends Query>(query: Q, reply: Parameters<Settle>[0]): Asked<Q['about']> {
  if (!reply.ok) return reply;
  if (reply.answer.about !== query.about) return { ok: false, code: 'malformed' };
  return { ok: true, answer: reply.answer as AnswerTo<Q['about']> };
}
