/** As much of a service worker's own world as is used here; the page's types know nothing of it. */
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Lasting extends Event {
  readonly data: unknown;
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Asked) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const [shellName, figuresName] = ['look-up-shell-1', 'look-up-figures-4'];
/** Built files have their content in their name, so that a kept one is never wrong; this many are kept. */
const shellMost = 60;
/** A line that says nothing for so long is no line. */
const patienceMs = 4_000;
const figures = /^\/api\/v1\/(stock|positions|directory|details|turns|places)$/;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), forget()])),
);

// The first page was loaded before there was a worker, so it says what it was made of.
worker.addEventListener('message', (event) => {
  if (Array.isArray(event.data)) event.waitUntil(keepShell(event.data.map(String)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname === '/') event.respondWith(page(request, isPlain(searchParams)));
  else if (pathname.startsWith('/assets/')) event.respondWith(shellFile(request));
  else if (figures.test(pathname)) event.respondWith(newestFigures(request, pathname));
});

/** What an earlier page kept is not what this one reads. */
async function forget(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name !== shellName && name !== figuresName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

type Keeping = 'keep' | 'pass';

/** What was searched, and above all what was keyed in about a person's turn, is not kept. */
const isPlain = (search: URLSearchParams): Keeping =>
  [...search.keys()].every((key) => key === 'lang') ? 'keep' : 'pass';

/** The page carries figures, so it comes from the centre; without a line the last one, whatever was asked. */
async function page(request: Request, keeping: Keeping): Promise<Response> {
  const kept = await caches.open(shellName);
  try {
    const answer = await inTime(fetch(request));
    if (answer.ok && keeping === 'keep') await kept.put('/', answer.clone());
    return answer;
  } catch (error) {
    const last = await kept.match('/');
    if (last) return last;
    throw error;
  }
}

async function shellFile(request: Request): Promise<Response> {
  const kept = await caches.open(shellName);
  const last = await kept.match(request);
  if (last) return last;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

async function newestFigures(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.open(figuresName);
  try {
    const answer = await inTime(fetch(request));
    if (answer.ok) await kept.put(pathname, answer.clone());
    return answer;
  } catch (error) {
    const last = await kept.match(pathname);
    if (last) return last;
    throw error;
  }
}

async function keepShell(addresses: readonly string[]): Promise<void> {
  const kept = await caches.open(shellName);
  const isPage = (address: string) => new URL(address, worker.location.href).pathname === '/';
  const keep = async (address: string, as: string) => {
    const answer = await fetch(address);
    if (answer.ok) await kept.put(as, answer);
  };
  const files = addresses.filter((address) => !isPage(address));
  await Promise.all(files.map(async (file) => (await kept.match(file)) ?? keep(file, file)));
  // Last, because it is of no use without its files.
  for (const page of addresses.filter(isPage)) await keep(page, '/');
  const all = await kept.keys();
  // The oldest first; the page itself is among the newest, because it is kept anew with every visit.
  await Promise.all(all.slice(0, Math.max(0, all.length - shellMost)).map((old) => kept.delete(old)));
}

function inTime(answer: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patienceMs);
  });
  return Promise.race([answer, late]);
}
