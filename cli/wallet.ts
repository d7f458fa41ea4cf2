import { readFile } from 'node:fs/promises';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { parseCommandLine, type Step, USAGE } from './commandLine.ts';
import { openWallet, type StepReport, type Wallet } from './openWallet.ts';
import { serve } from './serve.ts';

/** A wallet for integration tests: it runs the rules of the telephone's wallet, and says in JSON what came of each step. */
async function main(args: readonly string[]): Promise<void> {
  const { trust, steps, port, ...settings } = parseCommandLine(args);
  const pems = await Promise.all(trust.map((path) => readFile(path, 'utf8')));
  const anchors = pems.flatMap(certificatesInPem);
  if (anchors.length === 0) throw new Error(`no certificate to trust\n${USAGE}`);
  const wallet = openWallet({ anchors, ...settings });

  let allSucceeded = true;
  for (const step of steps) {
    const report = await take(wallet, step);
    print(report);
    allSucceeded &&= report.ok;
  }
  if (port !== undefined) print({ step: 'serve', ok: true, port: await serve(wallet, port, print) });
  else if (!allSucceeded) process.exitCode = 1;
}

function take(wallet: Wallet, step: Step): Promise<StepReport> {
  return step.kind === 'receive' ? wallet.receive(step.offer, step.txCode) : wallet.present(step.request);
}

const print = (line: object): void => console.log(JSON.stringify(line));

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
