declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A COPY … FROM STDIN to hand to `client.query`; what is written to it goes to the server. */
  export function from(text: string): Writable & Submittable & { readonly rowCount: number };
}
