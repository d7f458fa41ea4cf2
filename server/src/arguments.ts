import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DemoSize } from './commands/demo.ts';
import type { Config } from './platform/config.ts';

export interface Arguments {
  /** What of a demonstration is wanted otherwise than usual. */
  readonly wanted: Partial<DemoSize>;
  /** What opens a demonstration to outside wallets and test suites (docs/DOORS.md). */
  readonly doors: Partial<Config>;
}

/** Reads the command line. A wrong argument stops the start and is named. */
export function readArguments(args: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      residents: { type: 'string' },
      seed: { type: 'string' },
      'trust-issuer': { type: 'string', multiple: true },
      'allow-status-host': { type: 'string', multiple: true },
      'login-client': { type: 'string' },
    },
  });
  const { residents, seed } = values;
  const { 'trust-issuer': issuers, 'allow-status-host': statusHosts, 'login-client': loginClient } = values;
  return {
    wanted: {
      ...(residents !== undefined && {
        residents: wholeNumber(residents, 'residents', 1_000, 4_000_000),
      }),
      ...(seed !== undefined && { seed: wholeNumber(seed, 'seed', 0, 2 ** 31 - 1) }),
    },
    doors: {
      ...(issuers && { trustedIssuers: issuers.flatMap(readCertificates) }),
      ...(statusHosts && { statusHosts }),
      ...(loginClient && { loginClients: readFileSync(loginClient, 'utf8') }),
    },
  };
}

function wholeNumber(text: string, name: string, from: number, to: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new Error(`--${name} takes a whole number from ${from} to ${to}.`);
  return value;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Every certificate of a PEM file. */
function readCertificates(path: string): string[] {
  const certificates = readFileSync(path, 'utf8').match(CERTIFICATE);
  if (!certificates) throw new Error(`--trust-issuer: there is no certificate in PEM in ${path}.`);
  return certificates;
}
