import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventStreams } from './event-stream.ts';
import { isAnsweredByMethod, openToAll, pathOf, sendFault, sendReady } from './public-answer.ts';
import { createQueryReader, type QueryReader } from './public-query.ts';
import { type PublicRepliesDeps, type PublicReply, publicReplies } from './public-replies.ts';
import type { RequestLimit } from './rate-limit.ts';
import type { PathListener } from './server.ts';

export interface PublicRoutesDeps extends PublicRepliesDeps {
  readonly streams: Pick<EventStreams, 'answer'>;
  readonly limit: RequestLimit;
  readonly onFault: (error: unknown) => void;
}

/** The public API: what stands below `/api/v1`. It is answered from memory alone. */
export function publicRoutes({ streams, limit, onFault, ...deps }: PublicRoutesDeps): PathListener {
  const find = replyFinder(publicReplies(deps));

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    below: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<void> {
    const path = pathOf(below);
    if (path === '/events') {
      res.setHeaders(new Map(Object.entries(headers)));
      return streams.answer(req, res);
    }
    const found = find(path);
    if (found === null) return sendFault(res, 'not-found', { headers });
    if (found === 'damaged') return sendFault(res, 'bad-request', { headers, detail: 'path: damaged text' });
    const read = found.readQuery(below);
    if ('wrong' in read) return sendFault(res, 'bad-request', { headers, detail: read.wrong });
    const said = await found.reply(read.query, found.word);
    if ('fault' in said) return sendFault(res, said.fault, { ...said, headers });
    sendReady(req, res, said.ready, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': said.caching,
    });
  }

  return (req, res, below) => {
    if (isAnsweredByMethod(req, res, openToAll)) return;
    const asking = limit(req);
    const headers = asking === null ? openToAll : { ...openToAll, ...asking.headers };
    if (asking?.allowed === 'no') return sendFault(res, 'too-many-requests', { headers });
    answer(req, res, below, headers).catch((error) => {
      onFault(error);
      if (res.headersSent) res.destroy();
      else sendFault(res, 'broke', { headers });
    });
  };
}

interface FoundReply extends Pick<PublicReply, 'reply'> {
  readonly readQuery: QueryReader;
  /** What the path ends with, where it is any word. */
  readonly word: string;
}

function replyFinder(replies: readonly PublicReply[]): (path: string) => FoundReply | 'damaged' | null {
  const at = new Map(
    replies.map(({ path, query, reply }) => [path, { reply, readQuery: createQueryReader(query), word: '' }]),
  );
  return (path) => {
    const wordAt = path.lastIndexOf('/') + 1;
    if (wordAt === path.length) return null;
    const exact = at.get(path);
    if (exact) return exact;
    const any = at.get(path.slice(0, wordAt));
    if (!any) return null;
    const word = decoded(path.slice(wordAt));
    return word === null ? 'damaged' : { ...any, word };
  };
}

function decoded(word: string): string | null {
  try {
    return decodeURIComponent(word);
  } catch {
    return null;
  }
}
