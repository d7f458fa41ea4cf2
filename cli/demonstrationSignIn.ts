import type { SignIn } from '@jatidiri/core/holder/authorize.ts';

/** Nobody listens here: the wallet takes the answer from the redirect itself (RFC 8252 section 7.3). */
const REDIRECT_URI = 'http://127.0.0.1/wallet';
const MOST_PAGES = 12;
const FORM_WITH_NIK = /<form\b[^>]*\baction="([^"]+)"[^>]*>(?:(?!<\/form>).)*?\bname="nik"/s;

/** Plays the resident in a browser at the demonstration's sign-in page: follows redirects and sends the form with the NIK. */
export function demonstrationSignIn(nik: string): SignIn {
  return {
    redirectUri: REDIRECT_URI,
    async visit(address) {
      const cookies = new Map<string, string>();
      let next: { url: string; form?: URLSearchParams } = { url: address };
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const reply = await open(next, cookies);
        const location = reply.headers.get('location');
        if (location !== null) {
          next = { url: new URL(location, next.url).href };
          if (next.url.startsWith(REDIRECT_URI)) return next.url;
          continue;
        }
        const action = next.form ? undefined : FORM_WITH_NIK.exec(await reply.text())?.[1];
        if (action === undefined) return undefined;
        const form = new URLSearchParams({ nik, decision: 'continue' });
        next = { url: new URL(action.replaceAll('&amp;', '&'), next.url).href, form };
      }
      return undefined;
    },
  };
}

async function open(
  { url, form }: { url: string; form?: URLSearchParams },
  cookies: Map<string, string>,
): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await fetch(url, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { accept: 'text/html', ...(cookie && { cookie }), ...(form && { origin: new URL(url).origin }) },
    ...(form && { body: form }),
  });
  for (const set of reply.headers.getSetCookie()) {
    const [name = '', value = ''] = set.split(';', 1)[0]!.split(/=(.*)/s);
    cookies.set(name, value);
  }
  return reply;
}
