import type { DecisionReason } from '@jatidiri/core/activation/model.ts';
import type { FieldDecision } from '@jatidiri/core/field/model.ts';
import { type Bytes, toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { timeAt } from '../about.ts';
import type { AppendCode } from '../entries/journal.ts';
import type { WrittenEntry } from '../entries/writtenEntry.ts';
import type { OpenedKit } from '../openKitContext.ts';
import { readSetting } from '../prepare/settings.ts';
import { drawPortrait } from './portrait.ts';
import { issueCards } from './provisionalCards.ts';
import type { Serving } from './serving.ts';

type Decided = Promise<Result<WrittenEntry, { code: AppendCode }>>;

interface Photo {
  readonly digest: string;
  readonly image: Bytes;
}

/** It is the person: the entry, the photograph and the provisional card are on disk when this resolves. */
export async function acceptPerson(opened: OpenedKit, serving: Serving, photo: Blob): Decided {
  const taken = await photoOf(photo);
  const card = await cardFor(opened, serving, photo);
  const { nik, name } = shownOf(serving);
  return opened.journal.append({
    act: actOf(serving, taken, { kind: 'confirmOnDesk' }, card?.idx ?? null),
    shown: { kind: 'accepted', nik, name, card: card ? toBase64url(card.packed) : null },
    photo: taken,
  });
}

/** Also without a photograph: whoever is not there in person, or does not want one. */
export async function refusePerson(
  { journal }: Pick<OpenedKit, 'journal'>,
  serving: Serving,
  photo: Blob | undefined,
  reason: DecisionReason,
): Decided {
  const taken = photo && (await photoOf(photo));
  return journal.append({
    act: actOf(serving, taken, { kind: 'refuse', reason }, null),
    shown: { kind: 'refused', ...shownOf(serving), reason },
    photo: taken,
  });
}

const actOf = (
  { signed, carried }: Serving,
  photo: Photo | undefined,
  decision: FieldDecision,
  card: number | null,
) =>
  ({
    kind: 'decision',
    application: signed,
    photo: photo?.digest ?? null,
    record: carried?.version ?? null,
    decision,
    card,
  }) as const;

const shownOf = ({ application: { nik, name } }: Serving) => ({ nik: nik.reveal(), name: name.reveal() });

/** None when the kit has no place left for its status, or the browser cannot draw its portrait. */
async function cardFor(
  { kit, open, journal }: OpenedKit,
  serving: Serving,
  photo: Blob,
): Promise<{ packed: Bytes; idx: number } | undefined> {
  const places = await readSetting(kit.store, open.keys.carried, 'places');
  const used = new Set(journal.entries.value.map(({ statusIndex }) => statusIndex));
  const idx = places.indices.find((place) => !used.has(place));
  const portrait = idx === undefined ? undefined : await drawPortrait(photo);
  if (idx === undefined || !portrait) return undefined;
  const at = timeAt(open.about, Date.now());
  return { packed: await issueCards(open, serving, portrait, places, idx, at), idx };
}

async function photoOf(photo: Blob): Promise<Photo> {
  const image = new Uint8Array(await photo.arrayBuffer());
  const digest = await crypto.subtle.digest('SHA-256', image);
  return { digest: toBase64url(new Uint8Array(digest)), image };
}
