import type { InvitationRequest } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { texts as deskTexts } from '../texts.ts';
import { texts } from './texts.ts';

interface InviteFormProps {
  readonly busy: boolean;
  readonly onInvite: (request: InvitationRequest) => Promise<void>;
}

const ROLES = ['operator', 'headOfOffice'] as const satisfies readonly InvitationRequest['role'][];

export function InviteForm({ busy, onInvite }: InviteFormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<InvitationRequest['role']>('operator');
  const [missing, setMissing] = useState(false);
  const t = texts();

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return document.getElementById(fieldId('name'))?.focus();
    await onInvite({ name: name.trim(), role });
    setName('');
  }
  return (
    <Card title={t.inviteTitle}>
      <form class="stack" noValidate onSubmit={(event) => void send(event)}>
        <Field
          name="name"
          label={t.name}
          error={missing ? t.nameMissing : undefined}
          value={name}
          onValue={setName}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={200}
        />
        <Choice
          name="role"
          label={t.role}
          options={ROLES.map((value) => ({
            value,
            label: deskTexts().roles[value],
            hint: t.roleHints[value],
          }))}
          value={role}
          onValue={setRole}
        />
        <div>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.invite}
          </Button>
        </div>
      </form>
    </Card>
  );
}
