import { createHmac, randomInt } from 'node:crypto';
import type { ApprovalRefusalCode } from '@jatidiri/core/approval/refusals.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result } from '@jatidiri/core/kit/result.ts';
import {
  COUNTER_CODE_DIGITS,
  COUNTER_CODE_LASTS_MS,
  parseCounterCode,
  printCounterCode,
} from '@jatidiri/core/login/counterCode.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { residentOn } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import { forgetCodes, insertCode, takeCode } from './counterCodeStore.ts';
import type { LoginDeps } from './deps.ts';

export type CounterCodeDeps = Pick<LoginDeps, 'database' | 'now' | 'newId' | 'keys'>;

export interface CounterCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** A new code for the resident whose identity is active on this handset; the one before is void. */
export async function makeCounterCode(
  deps: CounterCodeDeps,
  device: ProvenDevice,
): Promise<Result<CounterCode, Refusal<ApprovalRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const holder = await residentOn(sql, device, 'approval/no-identity');
    if (!holder.ok) return holder;
    const resident = holder.value;
    const expiresAt = new Date(deps.now().getTime() + COUNTER_CODE_LASTS_MS);
    await forgetCodes(sql, resident, deps.now());
    const entry = await append(deps, sql, {
      kind: 'login/code-made',
      subject: resident,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { expiresAt: expiresAt.toISOString() },
    });
    for (;;) {
      const digits = String(randomInt(10 ** COUNTER_CODE_DIGITS)).padStart(COUNTER_CODE_DIGITS, '0');
      if (await insertCode(sql, digestOf(deps, digits), { resident, expiresAt }, entry))
        return ok({ code: printCounterCode(digits), expiresAt });
    }
  });
}

/** Whom a code means; undefined for one that nobody has. It works once. */
export async function residentByCode(deps: CounterCodeDeps, typed: string): Promise<ResidentId | undefined> {
  const digits = parseCounterCode(typed) ?? '';
  return takeCode(deps.database.read, digestOf(deps, digits), deps.now());
}

/** Under a secret: eight digits alone are soon guessed from their plain digest. */
const digestOf = ({ keys }: CounterCodeDeps, digits: string): Buffer =>
  createHmac('sha256', keys.secret('login-codes')).update(digits).digest();
