import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../server/test/freePort.ts';

// The part of W3C WebDriver (https://www.w3.org/TR/webdriver2/) that a walk in WebKit needs.

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const WAIT_MS = 30_000;
const BETWEEN_MS = 150;

/** A page in WebKitGTK's MiniBrowser; elements are named by XPath. */
export interface WebKitPage {
  open(url: string): Promise<void>;
  /** Waits until it is there. */
  find(xpath: string): Promise<string>;
  click(xpath: string): Promise<void>;
  fill(xpath: string, text: string): Promise<void>;
  /** A file, by its path. */
  choose(xpath: string, file: string): Promise<void>;
  scrollTo(xpath: string): Promise<void>;
  /** What is to be seen of the page now, as PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Debian's packages webkit2gtk-driver and xvfb. */
export async function openWebKit(): Promise<WebKitPage> {
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
  if (!binary) throw new Error('WebKitGTK is not here: apt-get install webkit2gtk-driver xvfb');
  const started: ChildProcess[] = [];
  const start = (command: string, args: readonly string[], more: Record<string, string> = {}) =>
    started.push(spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...more } }));
  const display = `:${90 + (process.pid % 100)}`;
  start('Xvfb', [display, '-screen', '0', '1280x1200x24']);
  const port = await freePort();
  // Everything that it opens is this project's own; its sandbox needs rights that a container lacks.
  const env = { DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], env);

  let session = '';
  async function call(method: string, path: string, body: object = {}): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${port}${session}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }
  const options = { binary, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const opened = (await until(() => call('POST', '/session', { capabilities }))) as { sessionId: string };
  session = `/session/${opened.sessionId}`;
  await call('POST', '/window/rect', { width: 412, height: 1_000 });

  const find = (xpath: string) =>
    until(async () => {
      const found = await call('POST', '/element', { using: 'xpath', value: xpath });
      return (found as Record<string, string>)[ELEMENT]!;
    }, xpath);
  return {
    find,
    open: async (url) => void (await call('POST', '/url', { url })),
    click: (xpath) =>
      until(async () => void (await call('POST', `/element/${await find(xpath)}/click`)), xpath),
    // A new page takes the focus to its title, in the middle of what a machine types.
    fill: (xpath, text) =>
      until(async () => {
        const field = `/element/${await find(xpath)}`;
        await call('POST', `${field}/clear`);
        await call('POST', `${field}/value`, { text });
        if ((await call('GET', `${field}/property/value`)) !== text) throw new Error('not all was taken');
      }, xpath),
    choose: async (xpath, file) =>
      void (await call('POST', `/element/${await find(xpath)}/value`, { text: file })),
    async scrollTo(xpath) {
      const args = [{ [ELEMENT]: await find(xpath) }];
      await call('POST', '/execute/sync', { script: 'arguments[0].scrollIntoView()', args });
    },
    picture: async () => Buffer.from((await call('GET', '/screenshot')) as string, 'base64'),
    async close() {
      await call('DELETE', '').catch(() => {});
      for (const one of started) one.kill();
    },
  };
}

/** Tries again until it succeeds, or somebody who waits would give up. */
async function until<T>(work: () => Promise<T>, what = 'WebKit'): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`${what}: not within ${WAIT_MS / 1_000} s`, { cause });
      await pause(BETWEEN_MS);
    }
  }
}
