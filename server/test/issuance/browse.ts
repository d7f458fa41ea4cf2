import type { TestWorld } from '../testWorld.ts';

/** As a browser: through redirects on our own origin, with what a form held. */
export function browse(world: TestWorld) {
  return async function follow(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; html: string; status: number }> {
    const { origin, pathname, search } = new URL(url, world.config.origins.portal);
    if (origin !== world.config.origins.portal) return { url: new URL(url), html: '', status: 200 };
    const answer = await world.app.inject(
      form
        ? {
            method: 'POST',
            url: pathname,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: new URLSearchParams(form).toString(),
          }
        : { url: `${pathname}${search}` },
    );
    if (answer.statusCode === 303) return follow(String(answer.headers.location));
    return { url: new URL(pathname, origin), html: answer.body, status: answer.statusCode };
  };
}
