import { openDesk } from './desk.ts';
import { openIdentity } from './identity.ts';

const { env } = process;
const port = Number(env.CLINIC_PORT ?? 9000);
// As it is registered for the clinic's client, to the letter.
const origin = `http://localhost:${port}`;

const identity = await openIdentity({
  issuer: env.JATIDIRI ?? 'http://localhost:8080',
  clientId: env.CLINIC_CLIENT ?? 'clinic-sandbox',
  keyFile: env.CLINIC_KEYS ?? 'data/demo-partners/clinic.json',
  callback: `${origin}/callback`,
});
openDesk(identity, origin).listen(port, '127.0.0.1', () =>
  process.stdout.write(`The clinic’s desk is open: ${origin}\n`),
);
