/** Every entry lives on its own origin: http://localhost:8080 → http://wallet.localhost:8080. */
export function entryOrigin(entry: string, portal: string): string {
  const { protocol, host } = new URL(portal);
  return `${protocol}//${entry}.${host}`;
}
