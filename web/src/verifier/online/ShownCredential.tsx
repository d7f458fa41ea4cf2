import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { IKD_NAMESPACE } from '@jatidiri/core/issuance/model.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { OutcomeReply } from '@jatidiri/core/verification/wire.ts';
import { useMemo } from 'preact/hooks';
import { formatDay, inFours } from '../../shared/format.ts';
import { inWords } from '../../shared/residentWords.ts';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { attributeLabel } from './attributeLabel.ts';
import { texts } from './texts.ts';

type Shown = NonNullable<OutcomeReply['credentials']>[string][number];

/** Exactly what the resident agreed to show, the face first. */
export function ShownCredential({ credential }: { credential: Shown }) {
  const t = texts();
  const { portrait, name, ...rest } = claimsOf(credential);
  const rows = Object.entries(rest).sort(([a], [b]) => placeOf(a) - placeOf(b));
  return (
    <>
      {typeof name === 'string' && <p class="revealed-name">{name}</p>}
      {typeof portrait === 'string' && (
        <div class="revealed">
          <Portrait value={portrait} />
          <p>{t.compare}</p>
        </div>
      )}
      <dl class="card-details">
        {rows.map(([claim, value]) => (
          <div key={claim}>
            <dt class="soft">{attributeLabel(claim)}</dt>
            <dd>{valueInWords(claim, value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** An mdoc has its elements below their namespace. */
function claimsOf({ format, claims }: Shown): Record<string, unknown> {
  return format === 'mso_mdoc' ? ((claims[IKD_NAMESPACE] ?? {}) as Record<string, unknown>) : claims;
}

const ORDER = Object.keys(IKD_CLAIMS);
const placeOf = (claim: string): number => (ORDER.indexOf(claim) + ORDER.length + 1) % (ORDER.length + 1);

function valueInWords(claim: string, value: unknown): string {
  const t = texts();
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (claim === 'nik' || claim === 'no_kk') return inFours(value);
  if (claim === 'birth_date') return formatDay(value);
  return inWords(value);
}

/** A data URL in an SD-JWT, base64url in an mdoc. */
function Portrait({ value }: { value: string }) {
  const picture = useMemo(
    () => (value.startsWith('data:') ? undefined : new Blob([fromBase64url(value)], { type: 'image/webp' })),
    [value],
  );
  const url = useObjectUrl(picture);
  return <img class="revealed-portrait" src={url ?? value} alt={texts().portrait} width="150" height="200" />;
}
