import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data';

/**
 * The oldest browsers that must run what we build: Chromium 76 was current when Android 10 came out (3 September 2019),
 * so no telephone with Android 10 has an older one; and Safari 15 (docs/decisions/0035).
 */
export const OLDEST = { chrome_android: 76, safari_ios: 15 } as const;
type Browser = keyof typeof OLDEST;

const BROWSERS = Object.keys(OLDEST) as Browser[];

/** Which of the oldest browsers lack a feature, by its path in MDN's data; undefined for what MDN does not know. */
export function lackedBy(path: string): readonly Browser[] | undefined {
  const compat = path
    .split('.')
    .reduce<Identifier | undefined>(
      (at, name) => (at as Record<string, Identifier> | undefined)?.[name],
      bcd as unknown as Identifier,
    )?.__compat;
  return compat && BROWSERS.filter((browser) => !isIn(compat, browser));
}

/** Full support without a flag, a prefix or another name, from a version on that is not newer than ours, and not removed. */
function isIn({ support }: CompatStatement, browser: Browser): boolean {
  const known = support[browser];
  return [known ?? []].flat().some((one) => {
    if (one.flags || one.prefix || one.alternative_name || one.version_removed) return false;
    const { version_added: added } = one;
    if (added === 'preview' || !added) return false;
    return Number.parseFloat(added.replace('≤', '')) <= OLDEST[browser];
  });
}

/** Whose methods scripts call without naming the owner. Of the many others a name would mostly be one of our own. */
const OWNERS = [
  'javascript.builtins.Array',
  'javascript.builtins.ArrayBuffer',
  'javascript.builtins.Date',
  'javascript.builtins.Map',
  'javascript.builtins.Promise',
  'javascript.builtins.RegExp',
  'javascript.builtins.Set',
  'javascript.builtins.String',
  'javascript.builtins.TypedArray',
  'javascript.builtins.Uint8Array',
  ...[
    ...[
      'AbortController',
      'AbortSignal',
      'AuthenticatorAttestationResponse',
      'Blob',
      'Cache',
      'CacheStorage',
    ],
    ...[
      'CanvasRenderingContext2D',
      'Clipboard',
      'Crypto',
      'DOMTokenList',
      'Document',
      'Element',
      'EventTarget',
    ],
    ...['File', 'FormData', 'HTMLCanvasElement', 'HTMLDialogElement', 'HTMLElement', 'HTMLFormElement'],
    ...['HTMLImageElement', 'HTMLInputElement', 'HTMLMediaElement', 'HTMLVideoElement', 'Headers', 'History'],
    ...[
      'IDBDatabase',
      'IDBFactory',
      'IDBObjectStore',
      'IDBTransaction',
      'ImageCapture',
      'Location',
      'MediaDevices',
    ],
    ...[
      'MediaStream',
      'MediaStreamTrack',
      'Navigator',
      'Node',
      'Performance',
      'ReadableStream',
      'Request',
      'Response',
    ],
    ...[
      'ServiceWorkerContainer',
      'ServiceWorkerRegistration',
      'Storage',
      'StorageManager',
      'SubtleCrypto',
      'URL',
    ],
    ...['URLSearchParams', 'Window', 'WorkerGlobalScope'],
  ].map((name) => `api.${name}`),
];

/** Every such method of a name: `String.replaceAll`; `Response.text` and `Blob.text`. */
export const membersNamed = (name: string): readonly string[] =>
  OWNERS.flatMap((owner) => [`${owner}.${name}`, `${owner}.${name}_static`]).filter(
    (path) => lackedBy(path) !== undefined,
  );
