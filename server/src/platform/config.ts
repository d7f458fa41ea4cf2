import { resolve } from 'node:path';
import { MOST_PER_HANDSET } from '@jatidiri/core/activation/sharedHandset.ts';
import { type IsoDate, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { SERVICE_AREAS } from '@jatidiri/core/office/rules.ts';
import type { CoolingOff } from '@jatidiri/core/recovery/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import * as v from 'valibot';
import type { GatewaySettings } from './sms/gateway.ts';

const flag = v.pipe(
  v.picklist(['0', '1', 'true', 'false']),
  v.transform((text) => text === '1' || text === 'true'),
);
const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));

/** Every setting, where it comes from, and what it is when nobody says anything (docs/OPERATE.md explains them). */
const Environment = v.object({
  PORT: v.optional(wholeNumber(0, 65_535), '8080'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), 'data'),
  DATABASE_URL: v.optional(v.string()),
  /** `https://ikd.example.go.id`; the other pages are `wallet.`, `desk.`, `verifier.`, `coverage.`, `partner.` before it. */
  PUBLIC_ORIGIN: v.optional(v.pipe(v.string(), v.url())),
  /**
   * A demonstration has synthetic residents, demonstration officers and an outbox page instead of mail. On this machine
   * alone it is one unless told otherwise; under a public address somebody has to say so.
   */
  DEMO: v.optional(flag),
  SMTP_URL: v.optional(v.pipe(v.string(), v.url())),
  MAIL_FROM: v.optional(v.string(), 'IKD <ikd@jatidiri.invalid>'),
  /** An HTTP gateway for text messages, its `Authorization` header, and the sender's name. */
  SMS_URL: v.optional(v.pipe(v.string(), v.url())),
  SMS_AUTHORIZATION: v.optional(v.string()),
  SMS_FROM: v.optional(v.string()),
  /** How long a recovery that was proven without an officer waits, so that the true owner can stop it. */
  RECOVERY_COOLING_HOURS: v.optional(wholeNumber(1, 720), '72'),
  PIN_RESET_COOLING_MINUTES: v.optional(wholeNumber(0, 43_200), '60'),
  /** How many people of a household may hold their identities on one handset, where the ministry allows it. */
  IDENTITIES_PER_HANDSET: v.optional(wholeNumber(1, MOST_PER_HANDSET), '1'),
  TRUST_PROXY: v.optional(v.string()),
  SERVICE_AREA: v.optional(v.picklist(SERVICE_AREAS), 'province'),
  TRIES_PER_NIK: v.optional(wholeNumber(1, 1000), '5'),
  TRIES_PER_ADDRESS: v.optional(wholeNumber(1, 1_000_000), '120'),
  /** Kemendagri code of the province that this installation serves. */
  PROVINCE: v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/)), '64'),
  /** For how many hours the result of a batch of matches can be fetched. */
  MATCH_RESULT_HOURS: v.optional(wholeNumber(1, 720), '72'),
  TARGET_PERCENT: v.optional(wholeNumber(1, 100), '30'),
  /** Rupiah that commercial partners pay for a NIK, in agreements made from now on. */
  PRICE_PER_NIK: v.optional(wholeNumber(0, 1_000_000), '1000'),
  /** The last election and the next: who comes of age between them is a first-time voter. */
  ELECTION_DAYS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((day) => parseIsoDate(day.trim()))),
      v.check(([last, next, ...more]) => !!last && !!next && last < next && more.length === 0),
      v.transform((days) => days as [last: IsoDate, next: IsoDate]),
    ),
    '2024-11-27,2029-02-14',
  ),
  /** Days besides weekends on which offices serve nobody: for the outlook. The movable ones of a year are the operator's to add. */
  HOLIDAYS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((day) => parseIsoDate(day.trim()))),
      v.check((days) => days.every((day) => day !== undefined)),
      v.transform((days) => days as IsoDate[]),
    ),
    '2026-12-25,2027-01-01,2027-05-01,2027-06-01,2027-08-17,2027-12-25',
  ),
  /** File with certificates (PEM) of wallet providers whose attestations of wallets and keys are believed. */
  WALLET_PROVIDERS: v.optional(v.string()),
  /** Whether wallets that are not ours, and their keys, have to be attested by such a provider. */
  REQUIRE_WALLET_ATTESTATION: v.optional(flag, '0'),
  REQUIRE_KEY_ATTESTATION: v.optional(flag, '0'),
  /** How long copies for wallets that are not ours are held back, so that the resident can object. */
  WALLET_HOLD_SECONDS: v.optional(wholeNumber(0, 604_800), '0'),
  /** For how many minutes a partner can read what a resident presented; then the values are deleted. */
  PRESENTATION_MINUTES: v.optional(wholeNumber(1, 1440), '10'),
  /** Whether anybody at the verifier page may ask online in this installation's name; as DEMO unless told otherwise. */
  COUNTER_PAGE: v.optional(flag),
  /** How many photographs are examined at the same time. */
  FACE_THREADS: v.optional(wholeNumber(1, 64), '1'),
  /** Hundredths: up to this distance a recorded face is shown to an officer as a possible duplicate. */
  DUPLICATE_DISTANCE: v.optional(wholeNumber(1, 60)),
});

/** Of people, and of the drawn faces of a demonstration, which all look alike to the model (docs/decisions/0041). */
const [DUPLICATE_DISTANCE, DRAWN_DISTANCE] = [35, 5];

const ENTRIES = ['portal', 'wallet', 'desk', 'verifier', 'coverage', 'partner'] as const;
export type Entry = (typeof ENTRIES)[number];
export type Origins = Readonly<Record<Entry, string>>;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly origins: Origins;
  readonly demo: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** None: no text messages are sent. */
  readonly sms: GatewaySettings | undefined;
  readonly coolingOff: CoolingOff;
  readonly identitiesPerHandset: number;
  readonly trustProxy: string | false;
  readonly serviceArea: (typeof SERVICE_AREAS)[number];
  readonly triesPerNik: number;
  readonly triesPerAddress: number;
  readonly province: WilayahCode;
  readonly matchResultHours: number;
  readonly targetPercent: number;
  readonly walletProviders: string | undefined;
  readonly requireWalletAttestation: boolean;
  readonly requireKeyAttestation: boolean;
  readonly walletHoldSeconds: number;
  readonly pricePerNik: number;
  readonly elections: readonly [last: IsoDate, next: IsoDate];
  readonly holidays: readonly IsoDate[];
  readonly presentationMinutes: number;
  readonly counterPage: boolean;
  readonly faceThreads: number;
  readonly duplicateDistance: number;
  /** Foreign credential issuers that are trusted, as PEM, and hosts of status lists besides theirs: a demonstration's. */
  readonly trustedIssuers: readonly string[];
  readonly statusHosts: readonly string[];
  /** What `--login-client FILE` names: clients of a demonstration (docs/DOORS.md). */
  readonly loginClients?: string;
}

/** Reads the environment once. A wrong setting stops the start and is named; its value is not repeated. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = v.safeParse(Environment, environment);
  if (!parsed.success) {
    const names = parsed.issues.map((issue) => v.getDotPath(issue)).join(', ');
    throw new Error(`These settings are not usable: ${names}. docs/OPERATE.md lists what they take.`);
  }
  const e = parsed.output;
  const origins = originsOf(e.PUBLIC_ORIGIN ?? `http://localhost:${e.PORT}`);
  const demo = e.DEMO ?? isDemoUnlessTold(origins.portal);
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    origins,
    demo,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    sms: e.SMS_URL ? { url: e.SMS_URL, authorization: e.SMS_AUTHORIZATION, from: e.SMS_FROM } : undefined,
    coolingOff: { move: e.RECOVERY_COOLING_HOURS * 3_600_000, reset: e.PIN_RESET_COOLING_MINUTES * 60_000 },
    identitiesPerHandset: e.IDENTITIES_PER_HANDSET,
    trustProxy: e.TRUST_PROXY ?? false,
    serviceArea: e.SERVICE_AREA,
    triesPerNik: e.TRIES_PER_NIK,
    triesPerAddress: e.TRIES_PER_ADDRESS,
    province: e.PROVINCE as WilayahCode,
    matchResultHours: e.MATCH_RESULT_HOURS,
    targetPercent: e.TARGET_PERCENT,
    walletProviders: e.WALLET_PROVIDERS,
    requireWalletAttestation: e.REQUIRE_WALLET_ATTESTATION,
    requireKeyAttestation: e.REQUIRE_KEY_ATTESTATION,
    walletHoldSeconds: e.WALLET_HOLD_SECONDS,
    pricePerNik: e.PRICE_PER_NIK,
    elections: e.ELECTION_DAYS,
    holidays: e.HOLIDAYS,
    presentationMinutes: e.PRESENTATION_MINUTES,
    counterPage: e.COUNTER_PAGE ?? demo,
    faceThreads: e.FACE_THREADS,
    duplicateDistance: (e.DUPLICATE_DISTANCE ?? (demo ? DRAWN_DISTANCE : DUPLICATE_DISTANCE)) / 100,
    trustedIssuers: [],
    statusHosts: [],
  };
}

/** @throws when the address is one that others can reach: doors of a demonstration must not stand open by oversight */
function isDemoUnlessTold(portal: string): boolean {
  const { hostname } = new URL(portal);
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  throw new Error(
    'PUBLIC_ORIGIN is a public address, so DEMO has to be said: DEMO=0 in earnest, DEMO=1 for a demonstration with synthetic people (docs/OPERATE.md).',
  );
}

/** Each entry has an origin of its own: a script injected into one must not reach the wallet's keys. */
export function originsOf(portal: string): Origins {
  const { protocol, host } = new URL(portal);
  const of = (entry: Entry) =>
    entry === 'portal' ? `${protocol}//${host}` : `${protocol}//${entry}.${host}`;
  return Object.fromEntries(ENTRIES.map((entry) => [entry, of(entry)])) as Record<Entry, string>;
}
