import type { DemoInstitutions } from '@jatidiri/core/partner/portalWire.ts';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

interface DemoInstitutionsCardProps {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

/** The demonstration's institutions, each one press away. */
export function DemoInstitutionsCard({ busy, onCode }: DemoInstitutionsCardProps) {
  const { session } = usePortal();
  const [institutions, setInstitutions] = useState<DemoInstitutions>([]);
  useEffect(() => {
    void session.demoInstitutions().then((list) => list.ok && setInstitutions(list.value));
  }, [session]);
  const t = texts();
  if (institutions.length === 0) return null;
  return (
    <Card title={t.demoTitle}>
      <p class="soft">{t.demoLead}</p>
      <div class="stack-s">
        {institutions.map(({ name, code }) => (
          <Button key={code} kind="secondary" busy={busy} onClick={() => onCode(code)}>
            {t.tryAs(name)}
          </Button>
        ))}
      </div>
    </Card>
  );
}
