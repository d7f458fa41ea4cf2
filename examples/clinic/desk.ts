import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Asked, Identity, LoginChecks, Patient } from './identity.ts';
import { patientPage, showPage, startPage, waitPage } from './pages.ts';

/** What one visit at the desk has come to; in memory, for this is an example. */
interface Visit {
  login?: LoginChecks;
  counter?: { asked: Asked; message: string };
  request?: { id: string; page: string };
  patient?: Patient & { readonly queue: number };
}

const CSS = readFileSync(new URL('./clinic.css', import.meta.url));
const COOKIE = 'visit';
const LONGEST_BODY = 10_000;

/** The registration desk: three ways to know a patient, none of them a photocopy. */
export function openDesk(identity: Identity, origin: string): Server {
  const visits = new Map<string, Visit>();
  let queue = 0;
  const arrive = (patient: Patient) => ({ ...patient, queue: ++queue });

  const pages: Record<string, (visit: Visit, request: IncomingMessage) => Promise<Answer>> = {
    'GET /': async () => ({ html: startPage() }),
    'POST /login': async (visit) => {
      const { url, checks } = await identity.beginLogin();
      visit.login = checks;
      return { to: url.href };
    },
    'GET /callback': async (visit, request) => {
      if (!visit.login) return { to: '/' };
      const checks = visit.login;
      delete visit.login;
      visit.patient = arrive(await identity.endLogin(new URL(request.url!, origin), checks));
      return { to: '/patient' };
    },
    'POST /counter': async (visit, request) => {
      const said = (await formOf(request)).get('said') ?? '';
      const message = `Loket 1, kode ${randomInt(100, 1000)}`;
      visit.counter = { asked: await identity.askWallet(said.replaceAll(/\s/g, ''), message), message };
      return { to: '/counter' };
    },
    'GET /counter': async (visit) => {
      if (!visit.counter) return { to: '/' };
      const patient = await identity.readAnswer(visit.counter.asked);
      if (!patient) return { html: waitPage(visit.counter.message) };
      visit.patient = arrive(patient);
      return { to: '/patient' };
    },
    'GET /patient': async ({ patient }) =>
      patient ? { html: patientPage(patient, patient.queue) } : { to: '/' },
    'POST /show': async (visit) => {
      visit.request = await identity.askToShow();
      return { to: '/show' };
    },
    'GET /show': async ({ request }) =>
      request ? { html: showPage(request.page, await identity.readShown(request.id)) } : { to: '/' },
  };

  return createServer(async (request, response) => {
    const path = request.url!.split('?')[0]!;
    if (path === '/clinic.css') return void response.setHeader('content-type', 'text/css').end(CSS);
    const handle = pages[`${request.method} ${path}`];
    if (!handle) return void response.writeHead(404).end();
    const visit = visitOf(request, response, visits);
    const answer = await handle(visit, request).catch((error: unknown) => ({
      html: startPage(wordsFor(error)),
    }));
    if ('to' in answer) return void response.writeHead(303, { location: answer.to }).end();
    response.setHeader('content-type', 'text/html; charset=utf-8').end(answer.html);
  });
}

type Answer = { readonly html: string } | { readonly to: string };

function visitOf({ headers }: IncomingMessage, response: ServerResponse, visits: Map<string, Visit>): Visit {
  const known = visits.get(/(?:^|; )visit=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '');
  if (known) return known;
  const id = randomBytes(16).toString('base64url');
  const visit: Visit = {};
  visits.set(id, visit);
  response.setHeader('set-cookie', `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`);
  return visit;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > LONGEST_BODY) throw new Error('the form is too long');
  }
  return new URLSearchParams(body);
}

const WORDS: Readonly<Record<string, string>> = {
  access_denied: 'Pasien menolak, atau membatalkan.',
  expired_token: 'Pasien tidak menjawab. Periksa kode atau NIK-nya bersama pasien, lalu coba lagi.',
};

/** What the desk reads when it does not go on. */
function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'error' in error ? String(error.error) : '';
  return WORDS[code] ?? `Belum berhasil (${code || (error as Error).message}). Coba lagi.`;
}
