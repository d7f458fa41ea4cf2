import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { filesBelow } from './digest.ts';
import type { Entry } from './entries.ts';
import type { Precache } from './serviceWorker.ts';

/** Makes a built entry installable and usable offline: manifest and service worker. */
export async function writeApp(
  app: NonNullable<Entry['app']>,
  folder: string,
  target: string[],
): Promise<void> {
  await writeFile(join(folder, 'app.webmanifest'), JSON.stringify(manifest(app)));
  await writeServiceWorker(await precacheOf(folder, app.ahead), folder, target);
}

const ASSETS = '/assets/';

/** W3C Web Application Manifest. The colours are those of tokens.css in light. */
function manifest({ name, shortName, description }: NonNullable<Entry['app']>) {
  return {
    id: '/',
    name,
    short_name: shortName,
    description,
    lang: 'id',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf8f3',
    theme_color: '#fbf8f3',
    icons: [192, 512].flatMap((size) =>
      ['any', 'maskable'].map((purpose) => ({
        src: `/icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
}

async function precacheOf(folder: string, ahead: RegExp | undefined): Promise<Precache> {
  const files = await filesBelow(folder);
  const version = createHash('sha256');
  const paths: string[] = [];
  const onDemand: string[] = [];
  for (const file of files) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    version.update(path).update(await readFile(file));
    if (path === '/index.html') paths.unshift('/');
    else if (ahead === undefined || isAhead(path, ahead)) paths.push(path);
    else if (path.startsWith(ASSETS)) onDemand.push(path);
  }
  return { version: version.digest('hex').slice(0, 16), paths, onDemand };
}

/** Of what lies beside the assets only the tab's icon: the home screen's icons are the system's to keep. */
function isAhead(path: string, ahead: RegExp): boolean {
  return path.startsWith(ASSETS) ? ahead.test(path.slice(ASSETS.length)) : path === '/icon.svg';
}

async function writeServiceWorker(precache: Precache, folder: string, target: string[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __PRECACHE__: JSON.stringify(precache) },
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'serviceWorker.ts'),
        formats: ['iife'],
        name: 'serviceWorker',
        fileName: () => 'sw.js',
      },
    },
  });
}
