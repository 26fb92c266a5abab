import type { Publication, Published } from '../opendata/publication.ts';
import {
  figuresCaching,
  isAnsweredByMethod,
  openToAll,
  pathOf,
  sendFault,
  sendReady,
} from './public-answer.ts';
import { type PathListener, safeHeaders } from './server.ts';

const always = { ...safeHeaders, ...openToAll } as const;

/** The two public files. They are always ready in memory; a request costs no database and no compression. */
export function openDataRoutes({ latest }: Pick<Publication, 'latest'>): PathListener {
  const files = new Map<string, { readonly type: string; readonly published: () => Published | undefined }>([
    ['/maskdata.csv', { type: 'text/csv; charset=utf-8', published: () => latest()?.maskdata }],
    ['/points.json', { type: 'application/geo+json; charset=utf-8', published: () => latest()?.points }],
  ]);
  return (req, res, below) => {
    if (isAnsweredByMethod(req, res, always)) return;
    const file = files.get(pathOf(below));
    if (!file) return sendFault(res, 'not-found', { headers: always });
    const published = file.published();
    if (!published) return sendFault(res, 'not-ready', { headers: { ...always, 'retry-after': '1' } });
    sendReady(req, res, published, {
      ...always,
      'content-type': file.type,
      'last-modified': new Date(published.at).toUTCString(),
      'cache-control': figuresCaching,
    });
  };
}
