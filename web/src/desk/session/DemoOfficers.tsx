import type { DemoOfficerList } from '@jatidiri/core/office/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { useDesk } from '../desk.ts';
import { texts } from './texts.ts';

interface DemoOfficersProps {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

/** The capital of the province, and the ministry: the first that somebody tries. */
const FIRST = /Samarinda|Ditjen/;

/** The demonstration's officers, each one press away. */
export function DemoOfficers({ busy, onCode }: DemoOfficersProps) {
  const { session } = useDesk();
  const [officers, setOfficers] = useState<DemoOfficerList>([]);
  useEffect(() => {
    void session.demoOfficers().then((list) => list.ok && setOfficers(list.value));
  }, [session]);
  const t = texts();
  if (officers.length === 0) return null;

  const tryAs = ({ code, role, office }: DemoOfficerList[number]) => (
    <Button key={code} kind="secondary" busy={busy} onClick={() => onCode(code)}>
      {t.tryAs(t.tryRoles[role], office.replace('Disdukcapil ', ''))}
    </Button>
  );
  return (
    <Card title={t.demoTitle}>
      <p class="soft">{t.demoLead}</p>
      <div class="stack-s">{officers.filter(({ office }) => FIRST.test(office)).map(tryAs)}</div>
      <details>
        <summary>{t.otherOffices}</summary>
        <div class="stack-s">{officers.filter(({ office }) => !FIRST.test(office)).map(tryAs)}</div>
      </details>
    </Card>
  );
}
