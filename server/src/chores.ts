import { expireLapsed, followDeaths } from './activation/index.ts';
import { expireQuestions } from './approval/index.ts';
import { followWithdrawals } from './card/index.ts';
import { followAnswers } from './consent/index.ts';
import { keepContradictions, projectCoverage, releaseFigures } from './coverage/index.ts';
import { forgetPhotocopies } from './document/index.ts';
import type { Duplicates } from './face/index.ts';
import { forgetPhotos } from './field/index.ts';
import { followBirthdays, followIdentities, keepAuthority, sweepIssuance } from './issuance/index.ts';
import { forgetPhotographs } from './kia/index.ts';
import { sequence, type Tracing } from './ledger/index.ts';
import { sweepLogin } from './login/index.ts';
import { closeMonths } from './partner/index.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/db/database.ts';
import { advanceRecordings, followMerges, followReturns } from './recording/index.ts';
import { expireRecoveries } from './recovery/index.ts';
import { climbOverdue, followEnds, sweepPapers } from './service/index.ts';
import { expireRequests, forgetValues, keepMatching } from './verification/index.ts';
import type { WilayahTree } from './wilayah/index.ts';

/** What repeats by itself: how often, and one round of it (returning how much it did). */
export interface Chore {
  readonly everyMs: number;
  readonly work: () => Promise<number>;
}

interface ChoreDeps {
  readonly common: Tracing & { readonly database: Database; readonly wilayah: WilayahTree };
  readonly config: Pick<Config, 'elections' | 'province'>;
  readonly duplicates: Pick<Duplicates, 'follow'>;
  readonly recording: Parameters<typeof advanceRecordings>[0] & Parameters<typeof followMerges>[0];
  readonly presentation: Parameters<typeof forgetValues>[0];
  readonly authority: Parameters<typeof keepAuthority>[0];
  readonly matching: Parameters<typeof keepMatching>[0];
  readonly chain: Parameters<typeof sequence>[0];
  readonly tries: Swept;
  readonly seen: Swept;
}

interface Swept {
  sweep(): Promise<number>;
}

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Everything that a running server does by itself. */
export function choresOf(deps: ChoreDeps): readonly Chore[] {
  const { common, config, duplicates, recording, presentation, authority, matching, chain, tries, seen } =
    deps;
  const { elections, province } = config;
  return [
    { everyMs: 250, work: () => sequence(chain) },
    { everyMs: SECOND, work: () => followDeaths(common) },
    { everyMs: SECOND, work: () => followWithdrawals(common) },
    { everyMs: SECOND, work: () => followEnds(common) },
    { everyMs: 500, work: () => projectCoverage({ ...common, elections }) },
    { everyMs: SECOND, work: duplicates.follow },
    { everyMs: SECOND, work: () => followIdentities(common) },
    { everyMs: MINUTE, work: () => followBirthdays(common) },
    { everyMs: SECOND, work: () => advanceRecordings(recording) },
    { everyMs: SECOND, work: () => followMerges(recording) },
    { everyMs: SECOND, work: () => followReturns(recording) },
    { everyMs: 500, work: () => followAnswers(common) },
    { everyMs: MINUTE, work: () => releaseFigures({ ...common, province }) },
    { everyMs: MINUTE, work: () => keepContradictions({ ...common, province }) },
    { everyMs: 30 * SECOND, work: () => expireLapsed(common) },
    { everyMs: 30 * SECOND, work: () => expireRecoveries(common) },
    { everyMs: 5 * SECOND, work: () => expireQuestions(common) },
    { everyMs: 5 * SECOND, work: () => expireRequests(presentation) },
    { everyMs: 5 * SECOND, work: () => forgetValues(presentation) },
    { everyMs: MINUTE, work: () => sweepLogin(common) },
    { everyMs: 24 * HOUR, work: () => keepAuthority(authority) },
    { everyMs: HOUR, work: () => closeMonths(common) },
    { everyMs: HOUR, work: () => forgetPhotographs(common) },
    { everyMs: 15 * MINUTE, work: () => tries.sweep() },
    { everyMs: 15 * MINUTE, work: () => seen.sweep() },
    { everyMs: MINUTE, work: () => sweepIssuance(common) },
    { everyMs: MINUTE, work: () => forgetPhotocopies(common) },
    { everyMs: MINUTE, work: () => climbOverdue(common) },
    { everyMs: HOUR, work: () => sweepPapers(common) },
    { everyMs: HOUR, work: () => forgetPhotos(common) },
    { everyMs: MINUTE, work: () => keepMatching(matching) },
  ];
}
