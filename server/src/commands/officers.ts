import { parseArgs } from 'node:util';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import { UUID } from '@jatidiri/core/kit/uuid.ts';
import { ROLES } from '@jatidiri/core/office/model.ts';
import { type OfficeRefusalCode, officeRefusals } from '@jatidiri/core/office/refusals.ts';
import { parseWilayahCode, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { administerOffices } from '../office/index.ts';
import { readConfig } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';
import { uuidV7Source } from '../platform/ids.ts';
import { importWilayah, loadWilayah } from '../wilayah/index.ts';

const USAGE = `npm run officers -- list
npm run officers -- add-office --name NAME --wilayah 64.72
npm run officers -- invite --office ID --name NAME --role ${ROLES.join('|')}
npm run officers -- invite-again --officer ID
npm run officers -- suspend --officer ID
npm run officers -- reinstate --officer ID`;

const OPTIONS = {
  name: { type: 'string' },
  wilayah: { type: 'string' },
  office: { type: 'string' },
  officer: { type: 'string' },
  role: { type: 'string' },
} as const;

type Administration = ReturnType<typeof administerOffices>;
type Options = { [name in keyof typeof OPTIONS]?: string | undefined };

/**
 * Offices and officers of an installation in earnest: the first of them, and help for an office whose head is locked
 * out. Works beside a running server.
 */
async function main(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const config = readConfig(process.env);
  const now = () => new Date();
  await withDatabase(config, 2, async (database) => {
    const deps = { database, now, newId: uuidV7Source(now) };
    const offices = administerOffices(deps, 'officers-command');
    console.log(await run(positionals, values, offices, (code) => regionName(deps, code)));
  });
}

/** What to print. */
async function run(
  [command]: string[],
  options: Options,
  offices: Administration,
  regionNameOf: (code: WilayahCode) => Promise<string | undefined>,
): Promise<string> {
  const { name, role: wantedRole } = options;
  switch (command) {
    case 'list':
      return describe(await offices.list());
    case 'add-office': {
      const wilayah = parseWilayahCode(options.wilayah ?? '');
      if (!name || !wilayah) throw new Error(USAGE);
      const region = await regionNameOf(wilayah);
      if (!region) throw new Error(`No region has the code ${wilayah}.`);
      const office = await offices.addOffice(name, wilayah);
      return `${office.name} serves ${region}: office ${office.id}`;
    }
    case 'invite': {
      const role = ROLES.find((known) => known === wantedRole);
      if (!name || !role) throw new Error(USAGE);
      return invitation(granted(await offices.invite(idIn(options.office), { name, role })));
    }
    case 'invite-again':
      return invitation(granted(await offices.inviteAgain(idIn(options.officer))));
    case 'suspend':
    case 'reinstate':
      granted(await offices.setSuspended(idIn(options.officer), command === 'suspend'));
      return 'Done, at once.';
    default:
      throw new Error(USAGE);
  }
}

function describe(offices: Awaited<ReturnType<Administration['list']>>): string {
  const lines = offices.flatMap(({ office, officers }) => [
    `${office.id}  ${office.wilayah}  ${office.name}`,
    ...officers.map(
      ({ id, role, state, name }) => `  ${id}  ${role.padEnd(12)}  ${state.padEnd(9)}  ${name}`,
    ),
  ]);
  return lines.length > 0 ? lines.join('\n') : 'There is no office yet.';
}

function invitation({ officer, code, expiresAt }: { officer: string; code: string; expiresAt: string }) {
  return `Officer ${officer}\nInvitation code ${code}, valid once until ${expiresAt}. It is not shown again.`;
}

function granted<T>(result: Result<T, Refusal<OfficeRefusalCode>>): T {
  if (!result.ok) throw new Error(officeRefusals[result.refusal.code].en);
  return result.value;
}

function idIn(text: string | undefined): string {
  if (!text || !UUID.test(text)) throw new Error(USAGE);
  return text;
}

/** On a fresh database the province's regions come first. */
async function regionName(
  deps: { database: Database; now: () => Date; newId: () => string },
  code: WilayahCode,
): Promise<string | undefined> {
  const known = (await loadWilayah(deps.database.read)).find(code);
  if (known) return known.name;
  await importWilayah(deps, code.slice(0, 2) as WilayahCode);
  return (await loadWilayah(deps.database.read)).find(code)?.name;
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
