import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TrappedMail {
  readonly to: string;
  /** Header and body as they came over the wire. */
  readonly raw: string;
}

/** A real SMTP server that keeps what it gets. */
export async function openMailTrap() {
  const mails: TrappedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, raw });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** The confirmation link's token in a mail, undoing quoted-printable's soft line breaks. */
export function tokenIn({ raw }: TrappedMail): string {
  const text = raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  const found = /\/konfirmasi#([A-Za-z0-9_-]{43})/.exec(text);
  if (!found) throw new Error('no confirmation link in this mail');
  return found[1]!;
}
