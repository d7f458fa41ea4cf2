import type { Office, Role } from '@jatidiri/core/office/model.ts';
import type { DemoOfficerList } from '@jatidiri/core/office/wire.ts';
import type { Wilayah, WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { invitationDigest } from '../platform/secret.ts';
import type { OfficeDeps } from './deps.ts';
import { insertInvitation, isInvitationKnown } from './invitationStore.ts';
import { findDemoOfficers, insertOffice, insertOfficer } from './officerStore.ts';

/** Invented people, two for each kabupaten and kota: who serves at the desk, and who heads the office. */
const NAMES = [
  ['Rina Maharani', 'Surya Adiputra'],
  ['Dimas Prakoso', 'Kartika Lestari'],
  ['Nurul Azizah', 'Bambang Hartono'],
  ['Yohanes Lawai', 'Marlina Uluk'],
  ['Fitri Handayani', 'Rahmat Saleh'],
  ['Agus Setiawan', 'Dewi Anggraini'],
  ['Lidia Bulan', 'Petrus Hajang'],
  ['Maya Kusuma', 'Hendra Wijaya'],
  ['Andi Pratama', 'Siti Rahmah'],
  ['Putri Ramadhani', 'Joko Susilo'],
] as const;

const CODE_ENDINGS = { operator: 'PETUGAS', headOfOffice: 'KEPALA', ministry: 'KEMENTERIAN' } as const;

/** One office for each region with two officers whose codes do not wear out, so that anybody may try. Idempotent. */
export async function createDemoOffices(
  deps: Pick<OfficeDeps, 'database' | 'now' | 'newId'>,
  regions: readonly Pick<Wilayah, 'code' | 'name'>[],
): Promise<void> {
  await deps.database.write(async (sql) => {
    for (const [index, region] of regions.entries()) {
      if (await isInvitationKnown(sql, invitationDigest(demoCode(region.code, 'operator')))) continue;
      const [operator, headOfOffice] = NAMES[index % NAMES.length]!;
      const office: Office = { id: deps.newId(), name: `Disdukcapil ${region.name}`, wilayah: region.code };
      await createDemoOffice(deps, sql, office, { operator, headOfOffice });
    }
  });
}

/** Those above the regions: the province's office, which answers for the figures, and the ministry's. Idempotent. */
export async function createDemoAuthorities(
  deps: Pick<OfficeDeps, 'database' | 'now' | 'newId'>,
  { code: wilayah, name }: Pick<Wilayah, 'code' | 'name'>,
): Promise<void> {
  await deps.database.write(async (sql) => {
    if (await isInvitationKnown(sql, invitationDigest(demoCode(wilayah, 'ministry')))) return;
    const office = { id: deps.newId(), name: 'Ditjen Dukcapil', wilayah };
    await createDemoOffice(deps, sql, office, { ministry: 'Ratna Wulandari' });
    const province = { id: deps.newId(), name: `Dinas Dukcapil Provinsi ${name}`, wilayah };
    await createDemoOffice(deps, sql, province, { headOfOffice: 'Wahyuni Pratiwi' });
  });
}

async function createDemoOffice(
  deps: Pick<OfficeDeps, 'now' | 'newId'>,
  sql: Sql,
  office: Office,
  names: Partial<Record<Role, string>>,
): Promise<void> {
  const officers = Object.entries(names).map(([role, name]) => ({
    id: deps.newId(),
    name: `${name} (contoh)`,
    role: role as Role,
    office,
    state: 'invited' as const,
    demo: true,
  }));
  const entry = await append(deps, sql, {
    kind: 'office/demo-office-added',
    subject: null,
    actor: { kind: 'system', task: 'demo' },
    details: { office: office.id, wilayah: office.wilayah, officers: officers.map(({ id }) => id) },
  });
  await insertOffice(sql, office, entry);
  for (const officer of officers) {
    const codeDigest = invitationDigest(demoCode(office.wilayah, officer.role));
    await insertOfficer(sql, officer, entry);
    await insertInvitation(sql, { codeDigest, officer: officer.id, expiresAt: null }, entry);
  }
}

/** `DEMO-6472-PETUGAS`: who knows the region knows the code. */
function demoCode(wilayah: WilayahCode, role: Role): string {
  return `DEMO-${wilayah.replaceAll('.', '')}-${CODE_ENDINGS[role]}`;
}

export async function listDemoOfficers({ database }: Pick<OfficeDeps, 'database'>): Promise<DemoOfficerList> {
  const officers = await findDemoOfficers(database.read);
  return officers.map(({ name, role, office }) => ({
    name,
    role,
    office: office.name,
    code: demoCode(office.wilayah, role),
  }));
}
