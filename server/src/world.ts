import { randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyInstance } from 'fastify';
import {
  deskRoutes,
  holdersAmong,
  SEND_CONFIRMATION,
  sendConfirmation,
  walletRoutes,
} from './activation/index.ts';
import { approvalRoutes } from './approval/index.ts';
import { cardRoutes } from './card/index.ts';
import { hasOutbox, mailerOf, texterOf } from './channels.ts';
import { type Chore, choresOf } from './chores.ts';
import {
  partnerRoutes as consentRoutes,
  walletRoutes as ownConsentRoutes,
  portalGrantRoutes,
} from './consent/index.ts';
import { coverageRoutes, exportRoutes, programmeRoutes } from './coverage/index.ts';
import { documentRoutes, signedDocumentRoutes } from './document/index.ts';
import { startDuplicates, startFaces } from './face/index.ts';
import { familyRoutes } from './family/index.ts';
import { BACKUP_KEY, fieldRoutes } from './field/index.ts';
import {
  issuanceDeps,
  issuanceRoutes,
  keepAuthority,
  kiaQrReader,
  TELL_GUARDIAN,
  tellGuardian,
} from './issuance/index.ts';
import { KIA_PHOTOGRAPH_KEY, kiaPhotographs, kiaRoutes } from './kia/index.ts';
import { fileAnchors } from './ledger/index.ts';
import { clientFinder, loginRoutes, residentBehind } from './login/index.ts';
import { officeNames, officeRoutes } from './office/index.ts';
import { outreachRoutes, servesAt } from './outreach/index.ts';
import {
  cardIssuerRoutes,
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
import { outboxRoutes } from './platform/mail/outbox.ts';
import { randomPool } from './platform/randomPool.ts';
import { seenOnce } from './platform/seenOnce.ts';
import { countTries, TRIES_WINDOW_MS } from './platform/tries.ts';
import {
  photographedAmong,
  recordedPhotographs,
  recordedSignatures,
  recordingRoutes,
  recordingWorkRoutes,
  voterRoutes,
} from './recording/index.ts';
import {
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
import { deskRoutes as serviceDeskRoutes, walletRoutes as serviceRoutes } from './service/index.ts';
import {
  alarmRoutes,
  batchRoutes,
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
  readonly chores: readonly Chore[];
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
    chores: choresOf({
      common,
      config,
      duplicates,
      recording,
      presentation,
      authority,
      matching,
      chain,
      tries,
      seen,
    }),
  };
}
