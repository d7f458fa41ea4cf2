import { parseClientKeys } from '@jatidiri/core/partner/clientKeys.ts';
import { ENVIRONMENTS, type Environment, SCOPES, type Scope } from '@jatidiri/core/partner/model.ts';
import type { ClientView, PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { lang } from '../../shared/i18n.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import type { FormError } from '../../shared/ui/ErrorSummary.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

const KINDS = ['jwks', 'uri'] as const;
const FIELDS = new Set(['name', 'keys', 'redirectUris', 'scopes']);

interface ClientFormProps {
  readonly partner: PartnerOverview;
  /** A client that gets other keys, addresses or services; its id and environment stay. */
  readonly changing: ClientView | undefined;
  readonly onDone: () => void;
}

/** A client. Pasted keys are judged here, before they travel: a private one stays in this browser. */
export function ClientForm({ partner, changing, onDone }: ClientFormProps) {
  const { change } = usePortal();
  const [environment, setEnvironment] = useState<Environment>(changing?.environment ?? 'sandbox');
  const [name, setName] = useState(changing?.name ?? '');
  const [kind, setKind] = useState<(typeof KINDS)[number]>(keysAreFetched(changing) ? 'uri' : 'jwks');
  const [keys, setKeys] = useState(keysAreFetched(changing) ? String(changing?.keys) : '');
  const [redirects, setRedirects] = useState(changing?.redirectUris.join('\n') ?? '');
  const [scopes, setScopes] = useState<readonly Scope[]>(changing?.scopes ?? partner.scopes);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const words = purposeWords();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  function checkKeys(): string | undefined {
    if (kind === 'uri') return keys.trim() === '' ? t.uriMissing : undefined;
    const parsed = parseClientKeys(keys);
    // It must not stay on a screen either.
    if (!parsed.ok && parsed.refusal.code === 'partner/key-private') setKeys('');
    return whatIsWrongWith(parsed);
  }

  async function send(): Promise<void> {
    if (busy) return;
    const wrongKeys = checkKeys();
    const wrong = [
      ...(name.trim() === '' ? [{ field: 'name', text: t.nameMissing }] : []),
      ...(wrongKeys ? [{ field: 'keys', text: wrongKeys }] : []),
      ...(scopes.length === 0 ? [{ field: 'scopes', text: words.scopesMissing }] : []),
    ];
    setErrors(wrong);
    setRefusal(undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    const done = await change({
      method: changing ? 'PUT' : 'POST',
      path: changing ? `/api/partner/clients/${encodeURIComponent(changing.id)}` : '/api/partner/clients',
      body: {
        environment,
        name: name.trim(),
        keys: kind === 'jwks' ? { kind, jwks: keys } : { kind, uri: keys.trim() },
        redirectUris: redirects.split(/\s+/).filter((line) => line !== ''),
        scopes,
      },
      parse: () => null,
    });
    setBusy(false);
    if (done.ok) {
      setName('');
      setKeys('');
      announce(changing ? t.changed : t.registered);
      onDone();
    } else if (FIELDS.has(done.refusal.field ?? '')) {
      setErrors([{ field: done.refusal.field, text: done.refusal.detail }]);
    } else setRefusal(done.refusal);
  }

  return (
    <Card title={changing ? t.changeTitle(changing.name) : t.formTitle}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void send()}>
        {!changing && (
          <Choice
            name="environment"
            label={t.environment}
            options={ENVIRONMENTS.map((value) => ({
              value,
              label: t.environments[value],
              hint: t.environmentHints[value],
            }))}
            value={environment}
            onValue={setEnvironment}
          />
        )}
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={name}
          onValue={setName}
          autoComplete="off"
          maxLength={80}
        />
        <Choice
          name="kind"
          label={t.kind}
          options={KINDS.map((value) => ({ value, label: t.kinds[value], hint: t.kindHints[value] }))}
          value={kind}
          onValue={(value) => {
            setKind(value);
            setKeys('');
          }}
        />
        {kind === 'jwks' ? (
          <TextArea
            name="keys"
            label={t.jwks}
            hint={t.jwksHint}
            error={errorOf('keys')}
            value={keys}
            onValue={setKeys}
            maxLength={32_000}
            code
          />
        ) : (
          <Field
            name="keys"
            label={t.uri}
            hint={t.uriHint}
            error={errorOf('keys')}
            value={keys}
            onValue={setKeys}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={500}
          />
        )}
        <TextArea
          name="redirectUris"
          label={t.redirects}
          hint={t.redirectsHint}
          error={errorOf('redirectUris')}
          value={redirects}
          onValue={setRedirects}
          rows={2}
          maxLength={5_000}
          code
        />
        <Checks
          name="scopes"
          label={words.scopes}
          error={errorOf('scopes')}
          options={SCOPES.map((value) => ({ value, label: words.scopeNames[value] }))}
          values={scopes}
          onValues={setScopes}
        />
        <div class="row">
          <Button type="submit" kind="secondary" busy={busy}>
            {changing ? t.save : t.register}
          </Button>
          {changing && (
            <Button kind="quiet" onClick={onDone}>
              {t.cancel}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

function whatIsWrongWith(parsed: ReturnType<typeof parseClientKeys>): string | undefined {
  if (parsed.ok) return undefined;
  const { code, field } = parsed.refusal;
  const text = partnerRefusals[code][lang.value];
  return field ? texts().keyNumber(field, text) : text;
}

const keysAreFetched = (client: ClientView | undefined): boolean => typeof client?.keys === 'string';
