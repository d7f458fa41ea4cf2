/** Four digits that nobody could have known: from the browser's random source. */
export function drawNumber(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(drawn % 10_000).padStart(4, '0');
}
