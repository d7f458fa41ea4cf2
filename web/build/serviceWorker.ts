import { pauseAfter } from '../src/shared/pauseAfter.ts';

/**
 * The service worker of every installable entry: what works without a network is stored at the first visit, the rest
 * when it is first used, and both are served from storage afterwards. It never touches /api.
 * Built by ./pwa.ts, which fills in the constant. Why not Workbox: docs/decisions/0002-service-worker.md.
 */
export interface Precache {
  /** Names the version: changes exactly when a file changes. */
  readonly version: string;
  /** Paths from the root of the origin; '/' stands for the page itself. */
  readonly paths: readonly string[];
  /** Of `/assets/`: stored when first used, and kept from one version to the next. */
  readonly onDemand: readonly string[];
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

/** One file after the other: whoever is filling in a form needs the line more. */
async function storeApp(): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const path of __PRECACHE__.paths) await cache.put(path, await obtain(path));
  for (const path of __PRECACHE__.onDemand) {
    const known = await caches.match(path);
    if (known) await cache.put(path, known);
  }
}

const TRIES = 8;

/** An unchanged file of an earlier version is not loaded again: its name carries its digest. */
async function obtain(path: string): Promise<Response> {
  const hashed = isHashed(path);
  const known = hashed ? await caches.match(path) : undefined;
  if (known) return known;
  for (let tries = 1; ; tries++) {
    const loaded = await fetch(path, { cache: hashed ? 'default' : 'no-cache' }).catch(() => undefined);
    if (loaded?.ok) return loaded;
    if (tries === TRIES) throw new Error(`${path}: ${loaded?.status ?? 'lost'}`);
    await pauseAfter(tries);
  }
}

const isHashed = (path: string): boolean => path.startsWith('/assets/');

async function dropOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(request.mode === 'navigate' ? '/' : url.pathname);
  if (stored) return stored;
  const loaded = await fetch(request);
  if (loaded.ok && isHashed(url.pathname)) await cache.put(url.pathname, loaded.clone());
  return loaded;
}
