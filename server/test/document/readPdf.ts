import { execFile } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pkijs from 'pkijs';

pkijs.setEngine('node', new pkijs.CryptoEngine({ crypto: webcrypto as unknown as Crypto }));

export interface ReadSignature {
  /** Whether the signature is of this file, by the certificate in it, and that is certified by the root. */
  readonly holds: boolean;
  readonly subFilter: string;
  /** How many bytes of the file are outside what is signed, beside the signature itself. */
  readonly unsigned: number;
  readonly attributes: readonly string[];
}

/** Verifies the signature of a PDF by PKI.js, which has no part in making it. */
export async function readSignature(pdf: Buffer, rootDer: Uint8Array, at: Date): Promise<ReadSignature> {
  const latin1 = pdf.toString('latin1');
  const [start, length, restart, rest] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/
    .exec(latin1)!
    .slice(1)
    .map(Number) as [number, number, number, number];
  const signed = Buffer.concat([pdf.subarray(start, length), pdf.subarray(restart, restart + rest)]);
  // The room behind the signature is filled with zeros, which the outer length leaves out.
  const room = Buffer.from(latin1.slice(length + 1, restart - 1), 'hex');
  const der = room.subarray(0, 4 + room.readUInt16BE(2));
  const content = pkijs.ContentInfo.fromBER(new Uint8Array(der));
  const cms = new pkijs.SignedData({ schema: content.content });
  const holds = await cms
    .verify({
      signer: 0,
      data: new Uint8Array(signed).buffer,
      trustedCerts: [pkijs.Certificate.fromBER(new Uint8Array(rootDer))],
      checkDate: at,
      checkChain: true,
    })
    .catch(() => false);
  return {
    holds: holds === true,
    subFilter: /\/SubFilter \/(\S+)/.exec(latin1)![1]!,
    unsigned: pdf.length - signed.length - (restart - length),
    attributes: cms.signerInfos[0]!.signedAttrs!.attributes.map(({ type }) => type),
  };
}

/** What poppler says of the signature, where the machine has it. */
export async function popplerVerdict(pdf: Buffer): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pdfsig-'));
  try {
    const file = join(folder, 'one.pdf');
    await writeFile(file, pdf);
    return await new Promise((done) =>
      execFile('pdfsig', ['-nocert', file], (error, out) =>
        done((error as NodeJS.ErrnoException | null)?.code === 'ENOENT' ? undefined : out),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
