import { PlaceReply } from '@jatidiri/core/wilayah/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../api.ts';
import { RefusalNotice } from '../ui/RefusalNotice.tsx';
import { Select } from '../ui/Select.tsx';
import { texts } from './texts.ts';

interface RegionPickerProps {
  /** Begins the names of the fields. */
  readonly name: string;
  /** The region within which is chosen. */
  readonly within: string;
  /** The code that is chosen: `within` itself, or one below it. */
  readonly value: string;
  readonly onValue: (code: string) => void;
}

/** A region by name, level by level; what is not chosen further means all of it. */
export function RegionPicker({ name, within, value, onValue }: RegionPickerProps) {
  const { places, refusal } = usePlaces(within, value);
  return (
    <>
      {places.map((place, level) => {
        const chosen = place.below.find(({ code }) => value === code || value.startsWith(`${code}.`));
        return (
          place.below.length > 0 && (
            <Select
              key={place.code}
              name={`${name}-${level}`}
              label={texts().levels[place.code.split('.').length] ?? ''}
              value={chosen?.code ?? place.code}
              options={[
                [place.code, texts().allOf(place.name)],
                ...place.below.map(({ code, name }) => [code, name] as const),
              ]}
              onValue={onValue}
            />
          )
        );
      })}
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}

/** From `within` down to what is chosen, as far as it has been heard of. */
function usePlaces(within: string, value: string) {
  const [known, setKnown] = useState<Readonly<Record<string, PlaceReply>>>({});
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const way = codesBetween(within, value);
  const missing = way.find((code) => !known[code]);
  useEffect(() => {
    if (!missing) return;
    const stop = new AbortController();
    void callApi({
      method: 'GET',
      path: `/api/wilayah/${missing}`,
      parse: (body) => v.parse(PlaceReply, body),
      signal: stop.signal,
    }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setKnown({ ...known, [missing]: answer.value });
      else setRefusal(answer.refusal);
    });
    return () => stop.abort();
  }, [missing]);
  return { places: way.flatMap((code) => known[code] ?? []), refusal };
}

function codesBetween(within: string, value: string): string[] {
  const parts = value.split('.');
  const codes = parts.map((_, i) => parts.slice(0, i + 1).join('.'));
  return codes.filter((code) => code === within || code.startsWith(`${within}.`));
}
