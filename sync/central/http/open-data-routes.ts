import type { Publication } from '../opendata/publication.ts';
import {
  figuresCaching,
  isAnsweredByMethod,
  openToAll,
  pathOf,
  sendFault,
  sendReady,
} from './public-answer.ts';
import type { PathListener } from './server.ts';

const files = new Map<string, { readonly name: 'maskdata' | 'points'; readonly type: string }>([
  ['/maskdata.csv', { name: 'maskdata', type: 'text/csv; charset=utf-8' }],
  ['/points.json', { name: 'points', type: 'application/geo+json; charset=utf-8' }],
]);

/** The two public files. They are always ready in memory; a request costs no database and no compression. */
export function openDataRoutes({ latest }: Pick<Publication, 'latest'>): PathListener {
  return (req, res, below) => {
    if (isAnsweredByMethod(req, res, openToAll)) return;
    const file = files.get(pathOf(below));
    if (!file) return sendFault(res, 'not-found', { headers: openToAll });
    const published = latest()?.[file.name];
    if (!published) return sendFault(res, 'not-ready', { headers: { ...openToAll, 'retry-after': '1' } });
    sendReady(req, res, published, {
      ...openToAll,
      'content-type': file.type,
      'last-modified': new Date(published.at).toUTCString(),
      'cache-control': figuresCaching,
    });
  };
}
