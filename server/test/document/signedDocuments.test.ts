import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ELSEWHERE, NIKS } from '../family/town.ts';
import { textIn } from '../pdfText.ts';
import type { TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { readSignature } from './readPdf.ts';
import { openSignedDesk, type SignedDesk } from './signedDesk.ts';

const KK = { kind: 'kk' } as const;
const BIODATA = { kind: 'biodata' } as const;
const bytesOf = (reply: { pdf: string }) => Buffer.from(reply.pdf, 'base64');

describe('signed documents', { concurrency: false }, () => {
  let desk: SignedDesk;
  let mother: TestHandset;
  before(async () => {
    desk = await openSignedDesk();
    mother = await desk.handsetOf('mother');
  });
  after(async () => {
    await desk.town.world.close();
    assert.deepEqual(desk.town.world.faults, []);
  });

  it('a family card is fetched on the own handset, signed, and says what the registry says', async () => {
    const drawn = await desk.own(mother, KK);
    assert.equal(drawn.status, 201, JSON.stringify(drawn.body));
    const pdf = bytesOf(drawn.body);
    const text = textIn(pdf);
    const { noKk } = await desk.town.resident(NIKS.mother);
    for (const shown of [
      'KARTU KELUARGA',
      noKk.reveal(),
      'AYAH CONTOH',
      NIKS.son,
      'NENEK CONTOH',
      'KEPALA KELUARGA',
      'ISTRI',
      'Kepala Dinas',
    ])
      assert.ok(text.includes(shown), shown);
    const { root } = await desk.trust();
    const { holds, subFilter } = await readSignature(pdf, root, desk.town.world.clock.now);
    assert.deepEqual([holds, subFilter], [true, 'ETSI.CAdES.detached']);

    const { statement, current } = await desk.check(drawn.body.address);
    const { kind, number, name, sha256 } = statement!;
    assert.deepEqual(
      [current, kind, number, name, sha256],
      [
        true,
        'kk',
        `${'*'.repeat(12)}${noKk.reveal().slice(-4)}`,
        'A*** C*****',
        createHash('sha256').update(pdf).digest('base64url'),
      ],
    );
    assert.ok(
      (await desk.kindsFor(NIKS.grandmother)).includes('document/signed-drawn'),
      'each member sees it',
    );
    assert.ok((await desk.kindsFor(NIKS.mother)).includes('document/signed-checked'));
  });

  it('biodata say what is recorded of one person and nothing of the family, on the handset and at the desk', async () => {
    const drawn = (await desk.own(mother, BIODATA)).body;
    for (const reply of [drawn, (await desk.atDesk(NIKS.mother, BIODATA)).body]) {
      const text = textIn(bytesOf(reply));
      for (const shown of ['BIODATA PENDUDUK', 'IBU CONTOH', NIKS.mother, 'ISTRI', 'KAWIN'])
        assert.ok(text.includes(shown), shown);
      assert.ok(!text.includes('AYAH CONTOH'));
    }
    const { root } = await desk.trust();
    assert.ok((await readSignature(bytesOf(drawn), root, desk.town.world.clock.now)).holds);
    const { statement, current } = await desk.check(drawn.address);
    const { kind, number, name } = statement!;
    assert.deepEqual(
      [current, kind, number, name],
      [true, 'biodata', `${'*'.repeat(12)}${NIKS.mother.slice(-4)}`, 'I** C*****'],
    );
  });

  it('nothing in the database leads to a document or its secret', async () => {
    const { address } = (await desk.own(mother, KK)).body;
    const { rows } = await desk.town.world.database.pool.query('select * from signed_document');
    const dump = JSON.stringify(rows.map((row) => ({ ...row, facts: row.facts.toString('hex') })));
    for (const secret of [new URL(address).hash.slice(1), NIKS.mother, 'AYAH CONTOH'])
      assert.ok(!dump.includes(secret), 'in the clear');
  });

  it('a birth gives a certificate, with one number however often it is fetched', async () => {
    const born = await desk.town.happened(desk.town.birth({ name: 'BAYI CONTOH' }), 'birthLetter');
    const [listed] = await desk.listed(mother);
    assert.deepEqual(
      [listed!.event, listed!.kind, listed!.names, listed!.obstacle],
      [born.id, 'birth', ['BAYI CONTOH'], null],
    );
    const wanted = { kind: 'certificate', event: born.id };
    const first = (await desk.own(mother, wanted)).body;
    const text = textIn(bytesOf(first));
    const today = desk.town.today().split('-').reverse().join('');
    const number = `6472-LU-${today}-0001`;
    for (const shown of ['KUTIPAN AKTA KELAHIRAN', number, 'BAYI CONTOH', 'AYAH CONTOH', 'IBU CONTOH'])
      assert.ok(text.includes(shown), shown);
    assert.match(text, /Surat keterangan lahir nomor 474\/CONTOH\/2026/);
    const again = (await desk.atDesk(NIKS.father, wanted)).body;
    assert.ok(textIn(bytesOf(again)).includes(number));
    assert.equal(
      (await desk.check(first.address)).statement!.number,
      number.replace(/^.*(?=-0001)/, '****-**-********'),
    );

    const second = await desk.town.happened(desk.town.birth({ name: 'KEMBAR CONTOH' }), 'birthLetter');
    const twin = (await desk.own(mother, { kind: 'certificate', event: second.id })).body;
    assert.ok(textIn(bytesOf(twin)).includes(`6472-LU-${today}-0002`));

    // A new member of the family: earlier family cards no longer say who stands on it.
    const stale = (await desk.own(mother, KK)).body;
    const biodata = (await desk.own(mother, BIODATA)).body;
    assert.equal((await desk.check(stale.address)).current, true);
    await desk.town.happened(desk.town.birth({ name: 'BUNGSU CONTOH' }), 'birthLetter');
    assert.equal((await desk.check(stale.address)).current, false);
    assert.equal((await desk.check(first.address)).current, true, 'the certificate is what it was');
    assert.equal((await desk.check(biodata.address)).current, true, 'her own data are what they were');
  });

  it('nobody fetches what is not theirs: another family, a parent whom a court has replaced', async () => {
    const born = await desk.town.happened(desk.town.birth({ name: 'TITIPAN CONTOH' }), 'birthLetter');
    const wanted = { kind: 'certificate', event: born.id };
    const stranger = await desk.handsetOf('single');
    assert.equal((await desk.own(stranger, wanted)).body.code, 'document/event-unknown');
    assert.equal(
      (await desk.own(stranger, { kind: 'certificate', event: randomUUID() })).body.code,
      'document/event-unknown',
    );
    assert.deepEqual(await desk.listed(stranger), []);
    const child = (await desk.town.lookUp(NIKS.mother)).members.find(
      ({ name }) => name === 'TITIPAN CONTOH',
    )!;
    await desk.town.happened(
      { kind: 'guardianship', child: child.nik, guardians: [NIKS.grandmother], ground: 'court' },
      'courtRuling',
    );
    assert.equal((await desk.own(mother, wanted)).body.code, 'document/event-unknown');
    const grandmother = await desk.handsetOf('grandmother');
    assert.equal((await desk.own(grandmother, wanted)).status, 201);
  });

  it('a corrected fact makes the certificate outdated; the new one says it, and the margin why', async () => {
    const born = await desk.town.happened(
      desk.town.birth({ name: 'SALAH CONTOH', father: null }),
      'birthLetter',
    );
    const wanted = { kind: 'certificate', event: born.id };
    const first = (await desk.own(mother, wanted)).body;
    assert.ok(!textIn(bytesOf(first)).includes('Nama ayah'), 'a father who is not known is not mentioned');
    const child = (await desk.town.lookUp(NIKS.mother)).members.find(({ name }) => name === 'SALAH CONTOH')!;
    await desk.town.happened({ kind: 'nameChange', person: child.nik, name: 'BENAR CONTOH' }, 'courtRuling');
    await desk.town.happened(
      { kind: 'recognition', child: child.nik, father: NIKS.father },
      'recognitionDeed',
    );
    assert.equal((await desk.check(first.address)).current, false);
    const next = (await desk.own(mother, wanted)).body;
    const text = textIn(bytesOf(next));
    for (const shown of [
      'BENAR CONTOH',
      'Catatan pinggir',
      'Perubahan nama',
      'Pengakuan anak',
      'AYAH CONTOH',
    ])
      assert.ok(text.includes(shown), shown);
    assert.equal((await desk.check(next.address)).current, true);
    assert.equal((await desk.town.correct(born.id)).body.code, 'family/changed-since');
  });

  it('a birth that was recorded by mistake has no certificate, and the one that is out is good no longer', async () => {
    const born = await desk.town.happened(desk.town.birth({ name: 'KELIRU CONTOH' }), 'birthLetter');
    const wanted = { kind: 'certificate', event: born.id };
    const { address } = (await desk.own(mother, wanted)).body;
    assert.equal((await desk.town.correct(born.id)).status, 200);
    assert.equal((await desk.check(address)).current, false);
    assert.ok(!(await desk.listed(mother)).some(({ event }) => event === born.id));
    assert.equal((await desk.atDesk(NIKS.mother, wanted)).body.code, 'document/event-corrected');
  });

  it('a marriage has one where the civil register keeps it, until the two part', async () => {
    const couple = {
      one: NIKS.single,
      other: NIKS.bride,
      children: [],
      remaining: { kind: 'join', host: NIKS.mother },
    } as const;
    const at = { domicile: ELSEWHERE, address: 'JL. BARU NO. 1' };
    const married = await desk.town.happened({ kind: 'marriage', ...couple, at }, 'religiousLetter');
    const wanted = { kind: 'certificate', event: married.id };
    const drawn = (await desk.atDesk(NIKS.bride, wanted)).body;
    const text = textIn(bytesOf(drawn));
    for (const shown of [
      'KUTIPAN AKTA PERKAWINAN',
      '-KW-',
      'Suami',
      'BUJANG CONTOH',
      'Istri',
      'GADIS CONTOH',
    ])
      assert.ok(text.includes(shown), shown);
    assert.ok(text.indexOf('BUJANG CONTOH') < text.indexOf('GADIS CONTOH'));
    assert.equal((await desk.check(drawn.address)).current, true);

    const to = { kind: 'new', at: { domicile: ELSEWHERE, address: 'JL. LAIN NO. 2' } } as const;
    const parted = await desk.town.happened(
      { kind: 'divorce', stays: NIKS.single, leaves: NIKS.bride, children: [], to },
      'courtRuling',
    );
    assert.equal((await desk.check(drawn.address)).current, false);
    assert.equal((await desk.atDesk(NIKS.bride, wanted)).body.code, 'document/marriage-ended');
    const divorce = await desk.atDesk(NIKS.single, { kind: 'certificate', event: parted.id });
    assert.match(textIn(bytesOf(divorce.body)), /KUTIPAN AKTA PERCERAIAN[\s\S]*-CR-/);
  });

  it('a death leaves its certificate to who stood on one card, and ends the family card that is out', async () => {
    const before = (await desk.own(mother, KK)).body;
    const died = await desk.town.happened(
      { kind: 'death', person: NIKS.grandmother, remaining: null },
      'deathLetter',
    );
    assert.equal((await desk.check(before.address)).current, false);
    const drawn = await desk.own(mother, { kind: 'certificate', event: died.id });
    assert.match(textIn(bytesOf(drawn.body)), /KUTIPAN AKTA KEMATIAN[\s\S]*-KM-[\s\S]*NENEK CONTOH/);
    assert.equal((await desk.atDesk(NIKS.grandmother, KK)).body.code, 'document/no-family-card');
  });

  it('says who draws it up where this service does not', async () => {
    const elsewhere = await desk.town.happened(
      desk.town.birth({ name: 'RANTAU CONTOH' }),
      'birthCertificate',
    );
    const [listed] = await desk.listed(mother);
    assert.deepEqual([listed!.event, listed!.obstacle], [elsewhere.id, 'document/recorded-elsewhere']);
    const wanted = { kind: 'certificate', event: elsewhere.id };
    assert.equal((await desk.own(mother, wanted)).body.code, 'document/recorded-elsewhere');
    const to = { kind: 'join', host: NIKS.mother } as const;
    const moved = await desk.town.happened(
      { kind: 'move', members: [NIKS.double], to, remaining: null },
      'statement',
    );
    const move = { kind: 'certificate', event: moved.id };
    assert.equal((await desk.atDesk(NIKS.double, move)).body.code, 'document/no-certificate');
  });

  it('a desk draws up for the residents of its region alone, and every try is in the trail', async () => {
    assert.equal((await desk.atDesk('6472031703859999', KK)).body.code, 'document/person-unknown');
    const ministry = await createOfficer(desk.town.world, 'DEMO-64-KEMENTERIAN');
    assert.equal((await desk.atDesk(NIKS.father, KK, ministry)).body.code, 'office/not-permitted');
    assert.equal((await desk.atDesk(NIKS.father, KK)).status, 201);
    assert.ok((await desk.kindsFor(NIKS.father)).includes('document/signed-drawn'));
  });

  it('an altered code is unknown, and who tries too often waits', async () => {
    const origin = desk.town.world.config.origins.portal;
    const guess = () => desk.check(`${origin}/dokumen#${'A'.repeat(22)}`);
    assert.equal((await guess()).code, 'document/unknown');
    for (let i = 0; i < 60; i++) await guess();
    assert.equal((await guess()).code, 'document/too-many-checks');
  });

  it('twenty a day are enough for one handset, also when they are asked for at once', async () => {
    await Promise.all(Array.from({ length: 24 }, () => desk.own(mother, KK)));
    const { rows } = await desk.town.world.database.pool.query(
      'select max(n)::int as most from (select count(*) as n from signed_document group by drawn_by) drawn',
    );
    assert.equal(rows[0].most, 20);
    assert.equal((await desk.own(mother, KK)).body.code, 'document/too-many-documents');
  });
});
