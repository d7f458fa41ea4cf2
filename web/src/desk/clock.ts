/** The server's time as this desk knows it: an office computer's clock may be off by hours. */
export interface Clock {
  now(): Date;
  /** Asks the server; without a network the last answer holds. */
  learn(): Promise<void>;
}

export function serverClock(): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    async learn() {
      try {
        const { headers } = await fetch('/api/site', { method: 'HEAD', cache: 'no-store' });
        // The Date header (RFC 9110 section 6.6.1) is cut to whole seconds: exact enough for a decision's time.
        const serverTime = Date.parse(headers.get('date') ?? '');
        if (!Number.isNaN(serverTime)) offset = serverTime - Date.now();
      } catch {
        // Without a network there is nothing to learn.
      }
    },
  };
}
