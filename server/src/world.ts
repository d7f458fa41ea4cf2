import { randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyInstance } from 'fastify';
import {
  deskRoutes,
  expireLapsed,
  followDeaths,
  holdersAmong,
  SEND_CONFIRMATION,
  sendConfirmation,
  walletRoutes,
} from './activation/index.ts';
import { approvalRoutes, expireQuestions } from './approval/index.ts';
import { cardRoutes, followWithdrawals } from './card/index.ts';
import {
  partnerRoutes as consentRoutes,
  followAnswers,
  walletRoutes as ownConsentRoutes,
  portalGrantRoutes,
} from './consent/index.ts';
import {
  coverageRoutes,
  exportRoutes,
  keepContradictions,
  programmeRoutes,
  projectCoverage,
  releaseFigures,
} from './coverage/index.ts';
import { documentRoutes, forgetPhotocopies, signedDocumentRoutes } from './document/index.ts';
import { startDuplicates, startFaces } from './face/index.ts';
import { familyRoutes } from './family/index.ts';
import { BACKUP_KEY, fieldRoutes, forgetPhotos } from './field/index.ts';
import {
  followBirthdays,
  followIdentities,
  issuanceDeps,
  issuanceRoutes,
  keepAuthority,
  kiaQrReader,
  sweepIssuance,
  TELL_GUARDIAN,
  tellGuardian,
} from './issuance/index.ts';
import { forgetPhotographs, KIA_PHOTOGRAPH_KEY, kiaPhotographs, kiaRoutes } from './kia/index.ts';
import { fileAnchors, sequence } from './ledger/index.ts';
import { clientFinder, loginRoutes, residentBehind, sweepLogin } from './login/index.ts';
import { officeNames, officeRoutes } from './office/index.ts';
import { outreachRoutes, servesAt } from './outreach/index.ts';
import {
  cardIssuerRoutes,
  closeMonths,
  endDemoPartners,
  keepPartnerRoot,
  listedCardIssuers,
  partnerGuard,
  partnerRoutes,
} from './partner/index.ts';
import { callerTries } from './platform/callerTries.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/db/database.ts';
import { createApp } from './platform/http/app.ts';
import { pageRoutes } from './platform/http/pages/pageRoutes.ts';
import { siteRoutes } from './platform/http/siteRoutes.ts';
import { uuidV7Source } from './platform/ids.ts';
import type { Tasks } from './platform/jobs.ts';
import { hmacSha256 } from './platform/keys/hmac.ts';
import { fileKeyStore, type KeyStore } from './platform/keys/keyStore.ts';
import { nodeSuite } from './platform/keys/nodeSuite.ts';
import { sealer } from './platform/keys/sealer.ts';
import type { Log } from './platform/log.ts';
import { type SendMail, smtpMailer } from './platform/mail/mailer.ts';
import { outboxMailer, outboxRoutes, outboxTexter } from './platform/mail/outbox.ts';
import { randomPool } from './platform/randomPool.ts';
import { seenOnce } from './platform/seenOnce.ts';
import { type SendText, smsGateway } from './platform/sms/gateway.ts';
import { countTries, TRIES_WINDOW_MS } from './platform/tries.ts';
import {
  advanceRecordings,
  followMerges,
  followReturns,
  photographedAmong,
  recordedPhotographs,
  recordedSignatures,
  recordingRoutes,
  recordingWorkRoutes,
  voterRoutes,
} from './recording/index.ts';
import {
  expireRecoveries,
  recoveryDeskRoutes,
  recoveryPublicRoutes,
  recoverySecrets,
  recoveryWalletRoutes,
  TELL_RESIDENT,
  tellResident,
} from './recovery/index.ts';
import { residentNames } from './registry/index.ts';
import { relayRoutes } from './relay/index.ts';
import { deskRoutes as objectionRoutes, walletRoutes as rightsRoutes } from './rights/index.ts';
import {
  climbOverdue,
  followEnds,
  deskRoutes as serviceDeskRoutes,
  walletRoutes as serviceRoutes,
  sweepPapers,
} from './service/index.ts';
import {
  alarmRoutes,
  batchRoutes,
  expireRequests,
  forgetValues,
  keepMatching,
  MATCH_BATCH,
  matchRoutes,
  presentationDeps,
  presentationRoutes,
  sandboxMatchRoutes,
  workBatch,
} from './verification/index.ts';
import { walletPolicy } from './walletPolicy.ts';
import { loadWilayah, wilayahRoutes } from './wilayah/index.ts';

/** What comes from outside. Tests bring a clock of their own; everything else is as in earnest. */
export interface WorldOptions {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
  readonly log: Log;
  /** Where the keys are; in files below DATA_DIR when nothing is said. */
  readonly keys?: KeyStore;
}

/** The whole product in one process, wired by name. It listens and loops only when told to. */
export interface World {
  readonly app: FastifyInstance;
  readonly suite: Suite;
  readonly newId: () => string;
  /** Jobs by name, for the worker. */
  readonly tasks: Tasks;
  /** What repeats by itself: how often, and one round of it (returning how much it did). */
  readonly chores: readonly { readonly everyMs: number; readonly work: () => Promise<number> }[];
}

const VERSION = '0.1.0';

/** How often a partner may ask one person, and anybody at all, in a day. */
const CONSENT_ASKS = { perNik: 5, perAddress: 10_000, windowMs: 24 * 3_600_000 };

/** How often one address may check photocopies and documents, and how often one of them is, in a quarter of an hour. */
const CHECKS = { perAddress: 60, perDocument: 30, windowMs: 15 * 60_000 };

export async function createWorld(options: WorldOptions): Promise<World> {
  const { config, database, now, log } = options;
  const { origins, demo, serviceArea, province, targetPercent, elections, holidays } = config;
  const keys = options.keys ?? fileKeyStore(join(config.dataDir, 'keys'));
  const newId = uuidV7Source(now);
  const suite = nodeSuite();
  const wilayah = await loadWilayah(database.read);
  const limits = { perNik: config.triesPerNik, perAddress: config.triesPerAddress };
  const tries = countTries(database, limits, keys.secret('tries'), now);
  const common = { database, now, newId, suite, wilayah, origins, demo };
  const naming = { wilayah, officeName: officeNames(database) };
  const sendMail = mailerOf(config, common);
  const sendText = texterOf(config, common);

  // Synthetic people and their tools are loaded for a demonstration alone.
  const control = demo ? await import('./control/index.ts') : undefined;
  const recordedPhotograph = recordedPhotographs({ keys, drawPortrait: control?.drawPortrait });

  const faces = startFaces(config);
  const duplicates = startDuplicates({ ...config, database, keys });
  const app = createApp({ log, now, trustProxy: config.trustProxy });
  app.addHook('onClose', async () => {
    await Promise.all([faces.close(), duplicates.close()]);
  });
  siteRoutes(app, {
    database,
    origins,
    demo,
    counterPage: config.counterPage,
    identitiesPerHandset: config.identitiesPerHandset,
    hasOutbox: hasOutbox(config),
    version: VERSION,
  });
  pageRoutes(app);
  wilayahRoutes(app, common);
  if (hasOutbox(config)) outboxRoutes(app, common);
  officeRoutes(app, common);
  const recordedSignature = recordedSignatures({ ...common, keys });
  const recording = { ...common, keys, serviceArea, recordedPhotograph, faces, duplicates };
  recordingRoutes(app, recording);
  recordingWorkRoutes(app, recording);
  voterRoutes(app, { ...recording, elections });
  cardRoutes(app, {
    ...recording,
    recordedSignature,
    photographedAmong: photographedAmong({ drawPortrait: control?.drawPortrait }),
  });
  familyRoutes(app, { ...common, ...naming, serviceArea, holdersAmong });
  const { identitiesPerHandset } = config;
  const paperHmac = hmacSha256(keys.secret('activation-paper'));
  walletRoutes(app, { ...common, ...naming, tries, identitiesPerHandset, paperHmac });
  deskRoutes(app, { ...common, ...naming, serviceArea, servesAt, faces, recordedPhotograph, paperHmac });
  approvalRoutes(app, common);
  relayRoutes(app, {
    ...common,
    isCardIssuer: async (origin) =>
      (await listedCardIssuers(database.read)).some(({ issuer }) => new URL(issuer).origin === origin),
  });
  const authority = { ...common, keys, random: randomPool(), issuerUri: origins.portal };
  await keepAuthority(authority);
  const seen = seenOnce(database, now);
  const kiaSealer = sealer(keys, KIA_PHOTOGRAPH_KEY);
  const issuance = issuanceDeps({
    ...authority,
    ...walletPolicy(config),
    seen,
    kiaPhotograph: kiaPhotographs(kiaSealer),
  });
  const kia = { ...common, serviceArea, seen, photographs: kiaSealer, readKiaQr: kiaQrReader(issuance) };
  kiaRoutes(app, kia);
  const identityOf = control?.demoIdentity({ ...common, tries, identitiesPerHandset, serviceArea, servesAt });
  issuanceRoutes(app, { ...issuance, demoResident: identityOf && control?.demoResident(identityOf) });
  const recovery = {
    ...common,
    tries,
    reportTries: countTries(
      database,
      { ...limits, perAddress: Number.POSITIVE_INFINITY },
      keys.secret('report-tries'),
      now,
    ),
    reporters: callerTries(limits.perAddress, TRIES_WINDOW_MS, now),
    secrets: recoverySecrets(keys.secret('recovery')),
    coolingOff: config.coolingOff,
    compareFaces: faces.compare,
    takenPhotograph: recordedPhotographs({ keys }),
    recordedPhotograph,
  };
  recoveryWalletRoutes(app, recovery);
  recoveryPublicRoutes(app, recovery);
  recoveryDeskRoutes(app, recovery);
  await keepPartnerRoot(authority);
  if (!demo) await endDemoPartners(common);
  const requirePartner = partnerGuard({ ...common, keys });
  partnerRoutes(app, { ...authority, requirePartner, pricePerNik: config.pricePerNik });
  cardIssuerRoutes(app, { ...common, currentIssuer: issuance.currentIssuer });
  const matching = {
    ...common,
    requirePartner,
    tryHmac: hmacSha256(keys.secret('match-tries')),
    matchResultHours: config.matchResultHours,
  };
  matchRoutes(app, matching);
  alarmRoutes(app, common);
  batchRoutes(app, matching);
  sandboxMatchRoutes(app, matching);
  const presentation = await presentationDeps({ ...issuance, ...common, requirePartner }, config);
  presentationRoutes(app, presentation);
  const consent = {
    ...common,
    requirePartner,
    asks: countTries(database, CONSENT_ASKS, keys.secret('consent-asks'), now),
    residentOf: residentBehind(keys),
  };
  consentRoutes(app, consent);
  ownConsentRoutes(app, consent);
  portalGrantRoutes(app, consent);
  rightsRoutes(app, { ...common, ...naming, residentName: residentNames(database) });
  objectionRoutes(app, { ...common, ...naming, serviceArea });
  if (identityOf) control?.controlRoutes(app, { ...issuance, ...presentation, identityOf });
  const findClient = clientFinder(common, demo ? config.loginClients : undefined);
  loginRoutes(app, { ...common, keys, tries, log, findClient });
  const documents = {
    ...issuance,
    ...common,
    serviceArea,
    subtle: webcrypto.subtle as unknown as SubtleCrypto,
    checkTries: {
      byAddress: callerTries(CHECKS.perAddress, CHECKS.windowMs, now),
      byDocument: callerTries(CHECKS.perDocument, CHECKS.windowMs, now),
    },
  };
  documentRoutes(app, documents);
  signedDocumentRoutes(app, documents);
  serviceRoutes(app, { ...common, ...naming, holidays, province });
  serviceDeskRoutes(app, { ...common, ...naming, serviceArea });
  coverageRoutes(app, { ...common, province, targetPercent, holidays });
  exportRoutes(app, { ...common, province, targetPercent });
  programmeRoutes(app, { ...common, province, targetPercent });
  outreachRoutes(app, { ...common, ...naming, currentIssuer: issuance.currentIssuer });
  fieldRoutes(app, {
    ...authority,
    serviceArea,
    identitiesPerHandset,
    recordedPhotograph,
    backupKey: () => keys.decryptionKey(BACKUP_KEY),
  });

  const headKey = keys.signingKey('ledger-head');
  const anchors = fileAnchors(join(config.dataDir, 'ledger-heads.txt'));
  const chain = { database, now, signHead: headKey.sign, anchor: anchors.add };
  const mail = { ...common, sendMail, random: randomBytes, walletOrigin: origins.wallet };

  return {
    app,
    suite,
    newId,
    tasks: {
      [SEND_CONFIRMATION]: (payload) => sendConfirmation(mail, payload),
      [TELL_RESIDENT]: (payload) =>
        tellResident({ ...recovery, sendMail, sendText, portalOrigin: origins.portal }, payload),
      [TELL_GUARDIAN]: (payload) => tellGuardian({ ...common, sendMail, sendText }, payload),
      [MATCH_BATCH]: (payload) => workBatch(matching, payload),
    },
    chores: [
      { everyMs: 250, work: () => sequence(chain) },
      { everyMs: 1_000, work: () => followDeaths(common) },
      { everyMs: 1_000, work: () => followWithdrawals(common) },
      { everyMs: 1_000, work: () => followEnds(common) },
      { everyMs: 500, work: () => projectCoverage({ ...common, elections }) },
      { everyMs: 1_000, work: duplicates.follow },
      { everyMs: 1_000, work: () => followIdentities(common) },
      { everyMs: 60_000, work: () => followBirthdays(common) },
      { everyMs: 1_000, work: () => advanceRecordings(recording) },
      { everyMs: 1_000, work: () => followMerges(recording) },
      { everyMs: 1_000, work: () => followReturns(recording) },
      { everyMs: 500, work: () => followAnswers(common) },
      { everyMs: 60_000, work: () => releaseFigures({ ...common, province }) },
      { everyMs: 60_000, work: () => keepContradictions({ ...common, province }) },
      { everyMs: 30_000, work: () => expireLapsed(common) },
      { everyMs: 30_000, work: () => expireRecoveries(common) },
      { everyMs: 5_000, work: () => expireQuestions(common) },
      { everyMs: 5_000, work: () => expireRequests(presentation) },
      { everyMs: 5_000, work: () => forgetValues(presentation) },
      { everyMs: 60_000, work: () => sweepLogin(common) },
      { everyMs: 24 * 3_600_000, work: () => keepAuthority(authority) },
      { everyMs: 3_600_000, work: () => closeMonths(common) },
      { everyMs: 3_600_000, work: () => forgetPhotographs(common) },
      { everyMs: 15 * 60_000, work: () => tries.sweep() },
      { everyMs: 15 * 60_000, work: () => seen.sweep() },
      { everyMs: 60_000, work: () => sweepIssuance(common) },
      { everyMs: 60_000, work: () => forgetPhotocopies(common) },
      { everyMs: 60_000, work: () => climbOverdue(common) },
      { everyMs: 3_600_000, work: () => sweepPapers(common) },
      { everyMs: 3_600_000, work: () => forgetPhotos(common) },
      { everyMs: 60_000, work: () => keepMatching(matching) },
    ],
  };
}

/** Mails of a demonstration without an SMTP server are shown on a page; in earnest there has to be a server. */
function hasOutbox({ demo, smtpUrl }: Config): boolean {
  return demo && !smtpUrl;
}

function mailerOf(config: Config, deps: Parameters<typeof outboxMailer>[0]): SendMail {
  if (config.smtpUrl) return smtpMailer(config.smtpUrl, config.mailFrom);
  if (hasOutbox(config)) return outboxMailer(deps);
  throw new Error(
    'SMTP_URL is missing: outside a demonstration, confirmation mails need a server (docs/OPERATE.md).',
  );
}

/** Without a gateway there are text messages in a demonstration's outbox alone: in earnest, mail is then the only channel. */
function texterOf(config: Config, deps: Parameters<typeof outboxTexter>[0]): SendText | undefined {
  if (config.sms) return smsGateway(config.sms);
  return hasOutbox(config) ? outboxTexter(deps) : undefined;
}
