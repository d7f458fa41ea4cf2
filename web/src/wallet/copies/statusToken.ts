/**
 * The Status List Token at an address of this installation; undefined when it cannot be had. Asked for under the
 * wallet's own origin, where the same server answers: the page may speak to no other.
 */
export async function statusToken(uri: string): Promise<string | undefined> {
  try {
    const answer = await fetch(new URL(uri).pathname, { signal: AbortSignal.timeout(10_000) });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
