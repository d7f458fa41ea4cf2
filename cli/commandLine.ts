import { parseArgs } from 'node:util';

export const USAGE = `npm run wallet -- --trust FILE… (--offer URI [--tx-code N] | --request URI)… [--serve PORT]
  --offer URI      receive what a credential offer offers; several may stand, in the order in which they are taken
  --tx-code N      the transaction code of the offer before it
  --request URI    answer a presentation request, with what was received before
  --trust FILE…    authorities (PEM) of credential issuers and of verifiers
  --serve PORT     then listen on 127.0.0.1: POST /receive {offer, txCode}, POST /present {request}, GET /credentials
  --copies N       how many copies to ask for (10)
  --client-id ID   how this wallet is known to authorization servers (jatidiri-wallet)
  --nik NIK        sign in at the demonstration's page as this resident, for offers with the authorization code grant`;

export type Step =
  | { readonly kind: 'receive'; readonly offer: string; readonly txCode?: string }
  | { readonly kind: 'present'; readonly request: string };

export interface CommandLine {
  readonly trust: readonly string[];
  readonly steps: readonly Step[];
  readonly copies: number;
  readonly clientId: string;
  readonly nik?: string;
  readonly port?: number;
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** @throws Error with the usage for anything that cannot be run */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, tokens, positionals } = readArguments(args);
  const steps: Step[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option' || token.value === undefined) continue;
    const { name, value } = token;
    const last = steps.at(-1);
    if (name === 'offer') steps.push({ kind: 'receive', offer: value });
    if (name === 'request') steps.push({ kind: 'present', request: value });
    if (name !== 'tx-code') continue;
    if (last?.kind !== 'receive') throw new Error(`--tx-code belongs behind its --offer\n${USAGE}`);
    steps[steps.length - 1] = { ...last, txCode: value };
  }
  if (steps.length === 0 && values.serve === undefined) throw new Error(USAGE);
  return {
    trust: [...(values.trust ?? []), ...positionals],
    steps,
    copies: wholeNumber(values.copies, 1),
    clientId: values['client-id'],
    ...(values.nik !== undefined && { nik: values.nik }),
    ...(values.serve !== undefined && { port: wholeNumber(values.serve, 0) }),
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      tokens: true,
      // `--trust a.pem b.pem`: what stands alone is one more file.
      allowPositionals: true,
      options: {
        trust: texts,
        offer: texts,
        request: texts,
        'tx-code': texts,
        nik: text,
        serve: text,
        copies: { ...text, default: '10' },
        'client-id': { ...text, default: 'jatidiri-wallet' },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function wholeNumber(value: string, least: number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(USAGE);
  return number;
}
