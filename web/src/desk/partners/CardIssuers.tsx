import { CARD_GROUPS, type CardGroup } from '@jatidiri/core/partner/cardIssuers.ts';
import type { CardIssuers as List } from '@jatidiri/core/partner/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate } from '../../shared/format.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { cardGroups } from '../../shared/partner/cardGroups.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { useDesk } from '../desk.ts';
import { addCardIssuer, endCardIssuer, listCardIssuers } from './partnersApi.ts';
import { texts } from './texts.ts';

/** Which cards an institution may put into residents' wallets; the ministry adds and ends. */
export function CardIssuers({ partner, mayAdd }: { partner: string; mayAdd: boolean }) {
  const t = texts();
  const { session } = useDesk();
  const [issuers, setIssuers] = useState<List['issuers']>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    const list = await listCardIssuers(session);
    if (list.ok) setIssuers(list.value.issuers.filter((one) => one.partner === partner));
    else setRefusal(list.refusal);
  }
  useEffect(() => void load(), [partner]);

  async function end(id: string): Promise<void> {
    const ended = await endCardIssuer(session, id);
    setRefusal(ended.ok ? undefined : ended.refusal);
    await load();
  }
  return (
    <Card title={t.cards.title}>
      <p>{t.cards.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {issuers.map(({ id, issuer, types, group, state, listedAt }) => (
        <div key={id} class="stack-s">
          <p>
            <strong>{issuer}</strong> · {cardGroups()[group]} · {t.cards.states[state]} ·{' '}
            {formatDate(new Date(listedAt))}
          </p>
          <ul>
            {types.map((type) => (
              <li key={type}>
                <code>{type}</code>
              </li>
            ))}
          </ul>
          {state === 'listed' && (
            <div>
              <Button kind="danger" onClick={() => end(id)}>
                {t.cards.end}
                <span class="unseen">: {issuer}</span>
              </Button>
            </div>
          )}
        </div>
      ))}
      {mayAdd && <AddForm partner={partner} onAdded={load} />}
    </Card>
  );
}

const EMPTY = { issuer: '', types: '', rootPem: '' };
const NAMES = ['issuer', 'types', 'rootPem'] as const;

function AddForm({ partner, onAdded }: { partner: string; onAdded: () => Promise<void> }) {
  const t = texts();
  const { session } = useDesk();
  // One for each entry: sent again after a lost answer it is the same.
  const [id, setId] = useState(newUuid);
  const [entry, setEntry] = useState(EMPTY);
  const [group, setGroup] = useState<CardGroup>('health');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const types = entry.types.split('\n').map((type) => type.trim());
  const named = types.filter(Boolean);
  const missing = (name: keyof typeof EMPTY) => (tried && !entry[name].trim() ? t.cards.missing : undefined);
  const labels = { issuer: t.cards.issuer, types: t.cards.types, rootPem: t.cards.root };
  const field = (name: keyof typeof EMPTY) => ({
    label: labels[name],
    name: `kartu-${name}`,
    value: entry[name],
    onValue: (value: string) => setEntry({ ...entry, [name]: value }),
    error: missing(name),
  });

  async function add(): Promise<void> {
    setTried(true);
    if (!entry.issuer.trim() || named.length === 0 || !entry.rootPem.trim()) return;
    setBusy(true);
    const { issuer, rootPem } = entry;
    const body = { id, partner, issuer: issuer.trim(), types: named, group, rootPem };
    const added = await addCardIssuer(session, body);
    setBusy(false);
    setRefusal(added.ok ? undefined : added.refusal);
    if (!added.ok) return;
    setId(newUuid());
    setEntry(EMPTY);
    setTried(false);
    await onAdded();
  }
  return (
    <details>
      <summary>{t.cards.add}</summary>
      <Form
        errors={errorsOf(NAMES.map((name) => [`kartu-${name}`, labels[name], missing(name)]))}
        onSubmit={() => void add()}
      >
        {refusal && <RefusalNotice refusal={refusal} />}
        <Field {...field('issuer')} hint={t.cards.issuerHint} autoComplete="off" />
        <TextArea {...field('types')} hint={t.cards.typesHint} rows={2} maxLength={4_000} />
        <Select
          name="kartu-group"
          label={t.cards.group}
          value={group}
          options={CARD_GROUPS.map((one) => [one, cardGroups()[one]])}
          onValue={(value) => setGroup(value as CardGroup)}
        />
        <TextArea {...field('rootPem')} hint={t.cards.rootHint} rows={6} maxLength={8_192} />
        <div>
          <Button type="submit" busy={busy}>
            {t.cards.add}
          </Button>
        </div>
      </Form>
    </details>
  );
}
