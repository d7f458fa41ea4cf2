/**
 * The service worker of every installable entry: the whole app is stored at the first visit and served from
 * storage afterwards, so that it opens at once and without a network. It never touches /api.
 * Built by ./pwa.ts, which fills in the two constants. Why not Workbox: docs/decisions/0002-service-worker.md.
 */
export interface Precache {
  /** Names the version: changes exactly when a file changes. */
  readonly version: string;
  /** Paths from the root of the origin; '/' stands for the page itself. */
  readonly paths: readonly string[];
}

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

declare const __PRECACHE__: Precache;
const worker = globalThis as unknown as WorkerScope;
const cacheName = `app-${__PRECACHE__.version}`;

worker.addEventListener('install', (event) => event.waitUntil(storeApp()));
worker.addEventListener('activate', (event) =>
  event.waitUntil(dropOldVersions().then(() => worker.clients.claim())),
);
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === location.origin && !url.pathname.startsWith('/api/');
  if (event.request.method === 'GET' && ours) event.respondWith(answer(event.request, url));
});

async function storeApp(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(__PRECACHE__.paths.map(async (path) => cache.put(path, await obtain(path))));
}

/** An unchanged file of an earlier version is not loaded again: its name carries its digest. */
async function obtain(path: string): Promise<Response> {
  const hashed = path.startsWith('/assets/');
  const known = hashed ? await caches.match(path) : undefined;
  if (known) return known;
  const loaded = await fetch(path, { cache: hashed ? 'default' : 'no-cache' });
  if (!loaded.ok) throw new Error(`${path}: ${loaded.status}`);
  return loaded;
}

async function dropOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(request.mode === 'navigate' ? '/' : url.pathname);
  return stored ?? fetch(request);
}
