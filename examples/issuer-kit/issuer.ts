import { openIdentity } from '../clinic/identity.ts';
import { bpjs } from './cards/bpjs.ts';
import { licence } from './cards/licence.ts';
import { npwp } from './cards/npwp.ts';
import { vaccination } from './cards/vaccination.ts';
import { openIssuer } from './server.ts';

// `npm run example:issuer -- vaksin|bpjs|npwp|sip-str`: one institution, against a running demonstration.

const CARDS = [vaccination, bpjs, npwp, licence];
const { env } = process;
const card = CARDS.find(({ id }) => id === process.argv[2]);
if (!card) {
  console.error(`Which card? ${CARDS.map(({ id }) => id).join(', ')}`);
  process.exit(1);
}
// The clinic's client has this address registered; an institution in earnest registers its own.
const port = Number(env.ISSUER_PORT ?? 9000);
const origin = env.ISSUER_ORIGIN ?? `http://localhost:${port}`;
const { server } = await openIssuer({
  card,
  origin,
  folder: env.ISSUER_DATA ?? `data/example-issuers/${card.id}`,
  identity: await openIdentity({
    issuer: env.JATIDIRI ?? 'http://localhost:8080',
    clientId: env.ISSUER_CLIENT ?? 'clinic-sandbox',
    keyFile: env.ISSUER_KEYS ?? 'data/demo-partners/clinic.json',
    callback: `${origin}/callback`,
  }),
  now: () => new Date(),
});
server.listen(port, '127.0.0.1', () => {
  console.log(`${card.institution} issues “${card.name.id}” at ${origin}`);
  console.log(`For the ministry's list: issuer ${origin}, type ${card.vct}, root ${origin}/root.pem`);
});
