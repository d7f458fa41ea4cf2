import './purposes.css';
import { IKD_CLAIMS, type IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import { lang } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checks } from '../ui/Checks.tsx';
import { Field } from '../ui/Field.tsx';
import { purposeWords } from './words.ts';

/** A purpose while it is written. */
export interface PurposeDraft {
  readonly text: { readonly id: string; readonly en: string };
  readonly attributes: readonly IkdClaim[];
}

export const EMPTY_PURPOSE: PurposeDraft = { text: { id: '', en: '' }, attributes: [] };

interface PurposesEditorProps<Draft extends PurposeDraft> {
  readonly purposes: readonly Draft[];
  readonly onPurposes: (purposes: readonly Draft[]) => void;
  readonly empty: Draft;
  /** What is wrong, by the names of the fields: `purpose-0-id`, `purpose-0-attributes`. */
  readonly errorOf: (field: string) => string | undefined;
}

/** Why data are asked, in both languages, and which. */
export function PurposesEditor<Draft extends PurposeDraft>({
  purposes,
  onPurposes,
  empty,
  errorOf,
}: PurposesEditorProps<Draft>) {
  const t = purposeWords();
  const put = (at: number, changed: Partial<PurposeDraft>) =>
    onPurposes(purposes.map((purpose, index) => (index === at ? { ...purpose, ...changed } : purpose)));
  return (
    <>
      {purposes.map((purpose, index) => (
        <section key={index} class="purpose" aria-label={t.purpose(index + 1)}>
          <h3>{t.purpose(index + 1)}</h3>
          <Field
            name={`purpose-${index}-id`}
            label={t.textId}
            hint={t.textHint}
            error={errorOf(`purpose-${index}-id`)}
            value={purpose.text.id}
            onValue={(id) => put(index, { text: { ...purpose.text, id } })}
            autoComplete="off"
            maxLength={120}
          />
          <Field
            name={`purpose-${index}-en`}
            label={t.textEn}
            error={errorOf(`purpose-${index}-en`)}
            value={purpose.text.en}
            onValue={(en) => put(index, { text: { ...purpose.text, en } })}
            autoComplete="off"
            maxLength={120}
          />
          <Checks
            name={`purpose-${index}-attributes`}
            label={t.attributes}
            hint={t.attributesHint}
            error={errorOf(`purpose-${index}-attributes`)}
            options={CLAIMS.map((value) => ({ value, label: IKD_CLAIMS[value][lang.value] }))}
            values={purpose.attributes}
            onValues={(attributes) => put(index, { attributes })}
          />
          {purposes.length > 1 && (
            <div>
              <Button
                kind="quiet"
                onClick={() => onPurposes(purposes.filter((_, position) => position !== index))}
              >
                {t.remove(index + 1)}
              </Button>
            </div>
          )}
        </section>
      ))}
      <div>
        <Button kind="secondary" onClick={() => onPurposes([...purposes, empty])}>
          {t.add}
        </Button>
      </div>
    </>
  );
}

const CLAIMS = Object.keys(IKD_CLAIMS) as IkdClaim[];

/** The fields of purposes that are not complete, with what to do. */
export function purposeErrors(purposes: readonly PurposeDraft[]): { field: string; text: string }[] {
  const t = purposeWords();
  return purposes.flatMap(({ text, attributes }, index) => [
    ...(text.id.trim() === '' ? [{ field: `purpose-${index}-id`, text: t.textIdMissing }] : []),
    ...(text.en.trim() === '' ? [{ field: `purpose-${index}-en`, text: t.textEnMissing }] : []),
    ...(attributes.length === 0 ? [{ field: `purpose-${index}-attributes`, text: t.attributesMissing }] : []),
  ]);
}
