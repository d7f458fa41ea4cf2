import type { DisputeList } from '@jatidiri/core/recording/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { formatDay, inFours } from '../../shared/format.ts';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { useDesk } from '../desk.ts';
import { residentPhotograph } from './recordingApi.ts';
import { texts } from './texts.ts';

export type Person = DisputeList['disputes'][number]['person'];

export interface PairProps {
  /** Recorded now. */
  readonly person: Person;
  /** Recorded before. */
  readonly other: Person;
}

/** Two who look alike, each with the recorded photograph. */
export function Pair({ person, other }: PairProps) {
  const t = texts();
  return (
    <div class="recording-pair">
      <Portrait person={person} when={t.recordedNow} />
      <Portrait person={other} when={t.recordedBefore} />
    </div>
  );
}

function Portrait({ person, when }: { person: Person; when: string }) {
  const { session } = useDesk();
  const [photo, setPhoto] = useState<Blob>();
  const url = useObjectUrl(photo);
  const t = texts();
  useEffect(() => {
    void residentPhotograph(session, person.id).then((read) => read.ok && setPhoto(read.value));
  }, [person.id]);
  return (
    <figure>
      {url && <img src={url} alt={t.photoOf(person.name)} />}
      <figcaption>
        <span class="soft">{when}</span>
        <strong>{person.name}</strong>
        <span class="digits">{inFours(person.nik)}</span>
        <span class="soft">
          {t.born(person.birthPlace, formatDay(person.birthDate))} · {person.kelurahanDesa}
        </span>
      </figcaption>
    </figure>
  );
}
