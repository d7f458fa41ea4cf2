// A family card of eight as a PDF with its PAdES signature. The reference is the limit that the product sets itself.
//   node bench/documentPdf.ts
import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { createDocumentSigner, createRoot, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import type { KkContent } from '@jatidiri/core/document/signedModel.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { kkPdf } from '../server/src/document/index.ts';
import { freshTerms } from '../server/src/platform/keys/certificates.ts';
import { keyedCrypto, publicKeyOf } from '../server/src/platform/keys/keyedCrypto.ts';
import { signingKeyOf } from '../server/src/platform/keys/keyStore.ts';

const LONGEST_MS = 100;
const DOCUMENTS = 200;

const newKey = () => signingKeyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
const [rootKey, key] = [newKey(), newKey()];
const terms = (subject: string) => ({
  subject: `CN=${subject}, C=ID`,
  ...freshTerms({ now: () => new Date(), random: randomBytes }, 10),
});
const { crypto, keys } = await keyedCrypto(rootKey);
const root = await createRoot(terms('Akar'), keys, crypto);
const certificate = await createDocumentSigner(
  { ...terms('Dokumen'), publicKey: (await publicKeyOf(key)) as CryptoKey, uri: 'https://portal.invalid' },
  { der: root, privateKey: keys.privateKey },
  crypto,
);

const card: KkContent = {
  kind: 'kk',
  noKk: '6472031201200001',
  head: 'AYAH CONTOH',
  address: 'JL. KELUARGA NO. 1',
  domicile: '64.72.03.1001' as WilayahCode,
  members: Array.from({ length: 8 }, (_, i) => ({
    nik: `647203170385000${i}`,
    name: i === 0 ? 'AYAH CONTOH' : `ANAK CONTOH ${i}`,
    sex: i % 2 === 0 ? 'male' : 'female',
    birthPlace: 'SAMARINDA',
    birthDate: toIsoDate('1985-03-17'),
    religion: 'ISLAM',
    occupation: 'WIRASWASTA',
    bloodType: 'O',
    maritalStatus: 'neverMarried',
    marriedOn: null,
    relation: i === 0 ? 'head' : 'child',
    citizenship: 'wni',
  })),
};

const times: number[] = [];
for (let i = 0; i < DOCUMENTS; i++) {
  const startedAt = performance.now();
  const imprint = {
    office: 'Disdukcapil Kota Samarinda',
    headOfOffice: 'KEPALA CONTOH',
    place: {
      kelurahanDesa: 'Teluk Lerong Ilir',
      kecamatan: 'Samarinda Ulu',
      kabupatenKota: 'Kota Samarinda',
      provinsi: 'Kalimantan Timur',
    },
    signedAt: new Date(),
    address: `https://portal.invalid/dokumen#${Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('base64url')}`,
    specimen: true,
  };
  await kkPdf(card, imprint, { sign: key.sign, x5c: [toX5c(certificate)] });
  times.push(performance.now() - startedAt);
}
const slowOfHundred = times.toSorted((a, b) => a - b)[Math.floor(DOCUMENTS * 0.99)]!;
const middle = times.toSorted((a, b) => a - b)[DOCUMENTS / 2]!;
console.log(
  `document-pdf ratio=${(slowOfHundred / LONGEST_MS).toFixed(3)} goal=1.00 ours=${slowOfHundred.toFixed(1)}ms reference=${LONGEST_MS}ms (half of them within ${middle.toFixed(1)} ms)`,
);
