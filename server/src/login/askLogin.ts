import type { Question } from '@jatidiri/core/approval/model.ts';
import { attributesOf } from '@jatidiri/core/login/claims.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { askResident, readQuestion } from '../approval/index.ts';
import type { LoginDeps } from './deps.ts';
import { STANDING_DAYS } from './lifetimes.ts';
import { insertQuestionOf, questionOf, wasAskedMeanwhile } from './loginStore.ts';
import type { LoginRequest } from './request.ts';

type Deps = Pick<LoginDeps, 'database' | 'now' | 'newId'>;

interface Asking {
  /** The sign-in under way: an interaction's uid, or a backchannel request's id. */
  readonly askedFor: string;
  readonly request: LoginRequest;
  readonly to: ResidentId | null;
  readonly bindingMessage: string | null;
  readonly acr: string | null;
  readonly returnTo: string | null;
  readonly expiresAt: Date;
}

/** Puts the question of a sign-in, once: whoever loads the page again sees the same one. */
export async function askLogin(deps: Deps, asking: Asking): Promise<Question> {
  const known = await findQuestion(deps, asking.askedFor);
  if (known) return known;
  return ask(deps, asking).catch(async (error: unknown) => {
    if (!wasAskedMeanwhile(error)) throw error;
    return (await findQuestion(deps, asking.askedFor))!;
  });
}

export async function findQuestion(
  { database }: Pick<LoginDeps, 'database'>,
  askedFor: string,
): Promise<Question | undefined> {
  const id = await questionOf(database.read, askedFor);
  return id && readQuestion(database.read, id);
}

function ask(deps: Deps, { askedFor, request, ...asking }: Asking): Promise<Question> {
  const { client, purpose, claims } = request;
  return deps.database.write(async (sql) => {
    const question = await askResident(deps, sql, {
      ...asking,
      kind: 'login',
      asker: { partner: client.partner, name: client.name },
      purpose: purpose.text.id,
      attributes: attributesOf(claims),
      periodDays: request.stays ? STANDING_DAYS : null,
    });
    await insertQuestionOf(sql, askedFor, question.id);
    return question;
  });
}
