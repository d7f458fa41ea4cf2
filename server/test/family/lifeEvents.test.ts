import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statement } from '../../src/platform/db/database.ts';
import { versionsOf } from '../../src/registry/index.ts';
import { createTown, ELSEWHERE, HOME, NIKS, type Town } from './town.ts';

describe('a birth', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());

  it('is previewed in full and changes nothing until it is confirmed', async () => {
    const body = town.entered(town.birth({ name: 'bayi contoh tiga' }), 'birthLetter', '2026-11-20');
    const preview = await town.preview(body);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const [child] = preview.body.people;
    assert.deepEqual(
      [child.name, child.nik, child.isNew, child.role],
      ['BAYI CONTOH TIGA', null, true, 'child'],
    );
    assert.deepEqual(preview.body.guardians, [
      { child: 'BAYI CONTOH TIGA', guardians: ['IBU CONTOH', 'AYAH CONTOH'] },
    ]);
    assert.equal((await town.lookUp(NIKS.mother)).members.length, 5);
  });

  it('gives a NIK by kecamatan, birth date and sex, a place on the mother’s card, guardians and a KIA', async () => {
    const body = town.entered(town.birth({ name: 'Bayi Contoh Tiga' }), 'birthLetter', '2026-11-20');
    const first = await town.send(body);
    const { nik } = first.body.people[0];
    assert.equal(nik, '6472036011260001');
    const child = await town.resident(nik);
    const mother = await town.resident(NIKS.mother);
    assert.equal(child.noKk.reveal(), mother.noKk.reveal());
    assert.deepEqual(child.kia, { form: 'under5', issuedOn: '2026-11-22', until: '2031-11-20' });
    const found = await town.lookUp(nik);
    assert.deepEqual(
      found.guardians.map(({ name, ground }) => [name, ground]),
      [
        ['IBU CONTOH', 'mother'],
        ['AYAH CONTOH', 'father'],
      ],
    );
    const [event] = found.events;
    assert.equal(event!.kind, 'birth');
    assert.match(event!.officerName, /\(contoh\)/);
    assert.match(event!.officeName, /Samarinda/);
    assert.deepEqual(found.events[0]!.evidence, { kind: 'birthLetter', number: '474/CONTOH/2026' });
    const [ofMother] = (await town.lookUp(NIKS.mother)).events;
    assert.deepEqual(
      ofMother!.whose,
      found.members.filter((one) => one.nik === nik).map(({ name }) => name),
    );

    const again = await town.send(body);
    assert.equal(again.status, 200);
    assert.equal(again.body.people[0].nik, nik, 'the same event again is the same event');
  });

  it('asks about a twin and refuses the same child twice', async () => {
    const twin = await town.happened(town.birth({ name: 'BAYI CONTOH EMPAT' }), 'birthLetter', '2026-11-20');
    assert.deepEqual(twin.warnings, ['twin']);
    assert.equal(twin.people[0]!.nik, '6472036011260002');
    const same = town.birth({ name: 'bayi  contoh empat' });
    assert.equal(await town.refusal(same, 'birthLetter', '2026-11-20'), 'family/birth-recorded-already');
  });

  it('is recorded without a registered father, who may acknowledge the child later', async () => {
    const born = town.birth({ name: 'BAYI CONTOH LIMA', sex: 'male', mother: NIKS.bride, father: null });
    const { people, warnings } = await town.happened(born, 'birthLetter', '2026-11-21');
    assert.deepEqual(warnings, ['noFather']);
    const nik = people[0]!.nik!;
    const recognition = { kind: 'recognition', child: nik, father: NIKS.single } as const;
    await town.happened(recognition, 'recognitionDeed');
    const { guardians } = await town.lookUp(nik);
    assert.deepEqual(guardians.map(({ ground }) => ground).sort(), ['father', 'mother']);
    assert.equal(await town.refusal(recognition, 'recognitionDeed'), 'family/father-known-already');
  });

  it('of a foundling is written on the card of who cares for it', async () => {
    const found = town.birth({ name: 'BAYI CONTOH ENAM', mother: null, father: null });
    assert.equal(await town.refusal(found, 'policeReport'), 'family/carer-missing');
    const cared = { ...found, carer: NIKS.grandmother };
    const { people, warnings } = await town.happened(cared, 'policeReport', '2026-11-21');
    assert.deepEqual(warnings, ['noParents']);
    assert.equal((await town.resident(people[0]!.nik!)).relation, 'other');
  });

  it('is refused with what to do next', async () => {
    const birth = town.birth({ name: 'BAYI' });
    assert.equal(await town.refusal(birth, 'birthLetter', '2026-11-23'), 'registry/date-in-future');
    assert.equal(await town.refusal(birth, 'marriageBook'), 'family/evidence-unfit');
    assert.equal(
      await town.refusal({ ...birth, mother: NIKS.father }, 'birthLetter'),
      'family/mother-not-female',
    );
    assert.equal(
      await town.refusal({ ...birth, father: NIKS.mother }, 'birthLetter'),
      'family/father-not-male',
    );
    assert.equal(
      await town.refusal({ ...birth, mother: '6472034101800009' }, 'birthLetter'),
      'family/person-unknown',
    );
    const malformed = await town.send(town.entered({ ...birth, mother: '123' }, 'birthLetter', '2026-11-20'));
    assert.equal(malformed.status, 422);
    assert.ok(!JSON.stringify(malformed.body).includes('123'), 'no value in a validation error');
  });

  it('many at once get numbers of their own, and the same one sent twice at once is one', async () => {
    const names = ['SATU', 'DUA', 'TIGA', 'EMPAT', 'LIMA', 'ENAM', 'TUJUH', 'DELAPAN'];
    const births = names.map((name) =>
      town.entered(town.birth({ name: `SERENTAK ${name}` }), 'birthLetter', '2026-11-18'),
    );
    const answers = await Promise.all([...births, births[0]!].map(town.send));
    const niks = answers.map(({ body }) => body.people[0]?.nik);
    assert.equal(new Set(niks).size, names.length);
    assert.equal(niks.at(-1), niks[0]);
  });

  it('that was a mistake is annulled by a correction: both versions stay and the NIK is never given again', async () => {
    const born = await town.happened(town.birth({ name: 'BAYI CONTOH TUJUH' }), 'birthLetter', '2026-11-19');
    const nik = born.people[0]!.nik!;
    assert.equal((await town.correct(born.id)).status, 200);
    const child = await town.resident(nik);
    assert.deepEqual(child.life, { kind: 'annulled', on: '2026-11-22' });
    assert.equal((await versionsOf(town.world.database.read, child.id)).length, 2);
    assert.equal((await town.correct(born.id)).body.code, 'family/event-corrected');
    const next = await town.happened(town.birth({ name: 'BAYI CONTOH OKTA' }), 'birthLetter', '2026-11-19');
    assert.notEqual(next.people[0]!.nik, nik);
  });
});

describe('a death', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());

  it('of the head needs the next one, gives the card a new number, widows the spouse, and leaves one entry each', async () => {
    const death = { kind: 'death', person: NIKS.father, remaining: null } as const;
    assert.equal(await town.refusal(death, 'deathCertificate'), 'family/next-head-missing');
    assert.equal(
      await town.refusal({ ...death, remaining: { kind: 'head', next: NIKS.daughter } }, 'deathCertificate'),
      'family/head-too-young',
    );
    const old = (await town.resident(NIKS.mother)).noKk.reveal();
    const done = await town.happened(
      { ...death, remaining: { kind: 'head', next: NIKS.mother } },
      'deathCertificate',
      '2026-11-20',
    );
    assert.deepEqual(
      done.people.find(({ name }) => name === 'AYAH CONTOH')!.follows,
      ['ktpElVoid'],
      'he had no IKD that could end',
    );
    assert.deepEqual(await town.card(NIKS.mother), {
      'IBU CONTOH': 'head',
      'ANAK CONTOH SATU': 'child',
      'ANAK CONTOH DUA': 'child',
      'NENEK CONTOH': 'otherRelative',
    });
    const mother = await town.resident(NIKS.mother);
    assert.equal(mother.maritalStatus, 'widowed');
    assert.notEqual(mother.noKk.reveal(), old);
    assert.match(mother.noKk.reveal(), /^6472032211260001$/);
    const entries = await town.world.database.read.query<{ n: number; subjects: number }>(
      statement(
        'test.entries',
        `select count(*)::int as n, count(distinct subject)::int as subjects from ledger_pending where details->>'event' = $1`,
      ),
      [done.id],
    );
    assert.deepEqual(entries, [{ n: 5, subjects: 5 }]);
  });

  it('reported by error is undone for everybody concerned', async () => {
    const { events } = await town.lookUp(NIKS.father);
    assert.equal((await town.correct(events[0]!.id)).status, 200);
    assert.deepEqual(await town.card(NIKS.father), {
      'AYAH CONTOH': 'head',
      'IBU CONTOH': 'spouse',
      'ANAK CONTOH SATU': 'child',
      'ANAK CONTOH DUA': 'child',
      'NENEK CONTOH': 'parent',
    });
    assert.equal((await town.resident(NIKS.mother)).maritalStatus, 'married');
    const found = await town.lookUp(NIKS.father);
    assert.deepEqual(
      found.events.map(({ kind, corrected, whose }) => [kind, corrected, whose]),
      [
        ['correction', false, ['AYAH CONTOH']],
        ['death', true, ['AYAH CONTOH']],
      ],
    );
    assert.equal((await town.correct(found.events[0]!.id)).body.code, 'family/correction-final');
  });

  it('is not undone while a later event has changed the same data', async () => {
    const death = {
      kind: 'death',
      person: NIKS.father,
      remaining: { kind: 'head', next: NIKS.mother },
    } as const;
    const { id } = await town.happened(death, 'deathCertificate');
    const move = await town.happened(
      {
        kind: 'move',
        members: [NIKS.mother, NIKS.daughter, NIKS.son, NIKS.grandmother],
        to: { kind: 'new', at: { domicile: ELSEWHERE, address: 'JL. BARU NO. 1' } },
        remaining: null,
      },
      'statement',
    );
    assert.equal((await town.correct(id)).body.code, 'family/changed-since');
    assert.equal((await town.correct(move.id)).status, 200);
    assert.equal((await town.correct(id)).status, 200);
    assert.equal((await town.card(NIKS.father))['AYAH CONTOH'], 'head');
  });
});

describe('cards that change', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());

  it('nobody marries under 19 without a court, and whoever does is wajib KTP', async () => {
    const marriage = {
      kind: 'marriage',
      one: NIKS.single,
      other: NIKS.daughter,
      at: { domicile: HOME, address: 'JL. PENGANTIN NO. 2' },
      children: [],
      remaining: null,
    } as const;
    assert.equal(await town.refusal(marriage, 'marriageBook'), 'family/too-young-to-marry');
    const allowed = await town.preview(town.entered(marriage, 'courtRuling', town.today()));
    assert.deepEqual(allowed.body.warnings, ['marriedYoung']);
    const bride = allowed.body.people.find(({ name }: { name: string }) => name === 'ANAK CONTOH SATU');
    assert.ok(bride.follows.includes('recordingDue'));
  });

  it('a marriage makes a new card, and the bride’s sister needs one as well', async () => {
    const marriage = {
      kind: 'marriage',
      one: NIKS.single,
      other: NIKS.bride,
      at: { domicile: HOME, address: 'JL. PENGANTIN NO. 1' },
      children: [],
      remaining: null,
    } as const;
    assert.equal(await town.refusal(marriage, 'marriageBook'), 'family/next-head-missing');
    assert.equal(
      await town.refusal({ ...marriage, remaining: { kind: 'head', next: NIKS.young } }, 'marriageBook'),
      'accepted',
    );
    assert.deepEqual(await town.card(NIKS.single), { 'BUJANG CONTOH': 'head', 'GADIS CONTOH': 'spouse' });
    assert.deepEqual(await town.card(NIKS.young), { 'REMAJA CONTOH': 'head' });
  });

  it('a divorce parts the card; both stay guardians until a court rules otherwise', async () => {
    await town.happened(
      {
        kind: 'divorce',
        stays: NIKS.mother,
        leaves: NIKS.father,
        children: [NIKS.daughter],
        to: { kind: 'new', at: { domicile: ELSEWHERE, address: null } },
      },
      'divorceDeed',
    );
    assert.deepEqual(await town.card(NIKS.father), { 'AYAH CONTOH': 'head', 'ANAK CONTOH SATU': 'child' });
    assert.equal((await town.card(NIKS.mother))['IBU CONTOH'], 'head');
    assert.equal((await town.resident(NIKS.father)).address.reveal(), 'TANPA ALAMAT TETAP');
    for (const child of [NIKS.daughter, NIKS.son])
      assert.deepEqual((await town.lookUp(child)).guardians.map(({ name }) => name).sort(), [
        'AYAH CONTOH',
        'IBU CONTOH',
      ]);
    const ruling = {
      kind: 'guardianship',
      child: NIKS.son,
      guardians: [NIKS.mother],
      ground: 'court',
    } as const;
    assert.equal(await town.refusal(ruling, 'statement' as 'courtRuling'), 'family/evidence-unfit');
    const { id } = await town.happened(ruling, 'courtRuling');
    assert.deepEqual(
      (await town.lookUp(NIKS.son)).guardians.map(({ name }) => name),
      ['IBU CONTOH'],
    );
    assert.equal((await town.correct(id)).status, 200);
    assert.equal((await town.lookUp(NIKS.son)).guardians.length, 2);
  });

  it('a foster family takes a child onto its card', async () => {
    const foster = {
      kind: 'guardianship',
      child: NIKS.son,
      guardians: [NIKS.single, NIKS.bride],
      ground: 'foster',
    } as const;
    await town.happened(foster, 'courtRuling');
    assert.equal((await town.card(NIKS.single))['ANAK CONTOH DUA'], 'other');
    assert.equal((await town.lookUp(NIKS.son)).guardians.length, 2);
  });

  it('whoever moves out comes back with the same NIK, and a newcomer brings theirs', async () => {
    await town.happened({ kind: 'moveOut', members: [NIKS.grandmother], remaining: null }, 'moveLetter');
    assert.equal((await town.resident(NIKS.grandmother)).life.kind, 'movedOut');
    const newcomer = {
      nik: NIKS.grandmother,
      name: 'NENEK CONTOH',
      sex: 'female',
      birthPlace: 'SAMARINDA',
      birthDate: '1955-01-01',
      maritalStatus: 'widowed',
      religion: 'ISLAM',
      occupation: 'PENSIUNAN',
    } as const;
    const back = { kind: 'moveIn', person: newcomer, to: { kind: 'join', host: NIKS.mother } } as const;
    await town.happened(back, 'moveLetter');
    assert.equal((await town.card(NIKS.mother))['NENEK CONTOH'], 'otherRelative');
    assert.equal(await town.refusal(back, 'moveLetter'), 'family/nik-known-already');
    const stranger = {
      ...newcomer,
      nik: '3578014101700001',
      name: 'PENDATANG CONTOH',
      birthDate: '1970-01-01',
    };
    await town.happened(
      { kind: 'moveIn', person: stranger, to: { kind: 'new', at: { domicile: HOME, address: 'JL. BARU' } } },
      'moveLetter',
    );
    assert.deepEqual(await town.card(stranger.nik), { 'PENDATANG CONTOH': 'head' });
  });

  it('a name and a birth date are corrected; the NIK stays and disagrees', async () => {
    await town.happened({ kind: 'nameChange', person: NIKS.bride, name: 'GADIS CONTOH BARU' }, 'courtRuling');
    assert.equal((await town.resident(NIKS.bride)).name.reveal(), 'GADIS CONTOH BARU');
    const wrong = { kind: 'birthDateChange', person: NIKS.bride, birthDate: '1996-01-01' } as const;
    const { warnings } = await town.happened(wrong, 'birthCertificate');
    assert.deepEqual(warnings, ['nikDisagrees']);
    assert.equal(await town.refusal(wrong, 'birthCertificate'), 'registry/nothing-changes');
  });

  it('two NIK of one person are merged with a trail, and back', async () => {
    const merge = { kind: 'merge', kept: NIKS.father, retired: NIKS.double, remaining: null } as const;
    const { id, warnings } = await town.happened(merge, 'officeMinutes');
    assert.deepEqual(warnings, []);
    assert.equal((await town.resident(NIKS.double)).life.kind, 'annulled');
    assert.equal(await town.refusal(merge, 'officeMinutes'), 'registry/resident-annulled');
    assert.equal((await town.lookUp(NIKS.father)).events[0]!.kind, 'merge');
    assert.equal((await town.correct(id)).status, 200);
    assert.equal((await town.resident(NIKS.double)).life.kind, 'present');
  });
});
