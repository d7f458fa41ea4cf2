import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openIdentity } from '../clinic/identity.ts';
import { bpjs } from './cards/bpjs.ts';
import { licence } from './cards/licence.ts';
import { npwp } from './cards/npwp.ts';
import { vaccination } from './cards/vaccination.ts';
import type { CardType } from './cardType.ts';
import { openIssuer } from './server.ts';
import { withdrawCards } from './statusList.ts';

// `npm run example:issuer -- vaksin|bpjs|npwp|sip-str|FILE`: one institution, against a running registry. FILE is a module
// that exports a `card`. With `--withdraw NUMBER` it withdraws a card instead.

const { env } = process;
const EXAMPLES = [vaccination, bpjs, npwp, licence];
/** The clinic's client of the demonstration has these addresses registered; an institution in earnest registers its own. */
const FIRST_PORT = 9000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { withdraw: { type: 'string' } },
});
const card = await cardNamed(positionals[0] ?? '');
const folder = env.ISSUER_DATA ?? `data/example-issuers/${card.id}`;
if (values.withdraw === undefined) await serve(card);
else console.log(`Withdrawn: ${withdrawCards(folder, values.withdraw)} of number ${values.withdraw}.`);

async function serve(card: CardType): Promise<void> {
  const at = EXAMPLES.indexOf(card);
  const port = Number(env.ISSUER_PORT ?? FIRST_PORT + (at < 0 ? EXAMPLES.length : at));
  const origin = env.ISSUER_ORIGIN ?? `http://localhost:${port}`;
  const registry = env.JATIDIRI ?? 'http://localhost:8080';
  const identity = await openIdentity({
    issuer: registry,
    clientId: env.ISSUER_CLIENT ?? 'clinic-sandbox',
    keyFile: env.ISSUER_KEYS ?? 'data/demo-partners/clinic.json',
    callback: `${origin}/callback`,
    scope: card.asksNik ? 'openid profile nik' : 'openid profile',
    ...(env.ISSUER_PURPOSE && { purpose: env.ISSUER_PURPOSE }),
  }).catch((error: Error) => stop(`No sign-in with ${registry}, which JATIDIRI names: ${error.message}`));
  const { origins } = (await (await fetch(`${registry}/api/site`)).json()) as { origins: { wallet: string } };
  const settings = { card, origin, folder, identity, wallet: origins.wallet, now: () => new Date() };
  const { server, rootPem } = await openIssuer(settings);
  server.on('error', (error) => stop(`Port ${port}, which ISSUER_PORT names: ${error.message}`));
  server.listen(port, '127.0.0.1', () => {
    console.log(`${card.institution} issues “${card.name.id}” at ${origin}\n\nFor the ministry's list:`);
    console.log(`  address  ${origin}\n  type     ${card.vct}\n\n${rootPem}`);
  });
}

/** One of the examples, or the card of a module. */
async function cardNamed(named: string): Promise<CardType> {
  const example = EXAMPLES.find(({ id }) => id === named);
  if (example) return example;
  // npm runs this in the repository; a path is meant from where it was typed.
  const file = resolve(env.INIT_CWD ?? '.', named);
  if (!/^\.m?[jt]s$/.test(extname(file)) || !existsSync(file))
    return stop(`Which card? ${EXAMPLES.map(({ id }) => id).join(', ')}, or a file that exports a \`card\``);
  const { card } = (await import(pathToFileURL(file).href)) as { card?: CardType };
  return card ?? stop(`${basename(file)} exports no \`card\`.`);
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
