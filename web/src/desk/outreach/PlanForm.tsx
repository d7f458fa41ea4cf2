import '../programme/programme.css';
import { HOST_KINDS, type HostKind } from '@jatidiri/core/outreach/model.ts';
import { hostNames } from '@jatidiri/core/outreach/names.ts';
import type { PlanRequest } from '@jatidiri/core/outreach/wire.ts';
import { useState } from 'preact/hooks';
import { lang } from '../../shared/i18n.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Select } from '../programme/Select.tsx';
import { texts } from './texts.ts';

interface PlanFormProps {
  readonly region: string;
  readonly busy: boolean;
  /** True when it was taken. */
  readonly onPlan: (plan: PlanRequest) => Promise<boolean>;
}

const MOST = 200;
const emptyPlan = (wilayah: string) => ({
  id: newUuid(),
  place: '',
  wilayah,
  host: 'village' as HostKind,
  from: '',
  to: '',
  officers: '',
  kits: '',
  badges: '',
});

export function PlanForm({ region, busy, onPlan }: PlanFormProps) {
  const [plan, setPlan] = useState(() => emptyPlan(region));
  const [tried, setTried] = useState(false);
  const t = texts();
  const isCount = (value: string) =>
    /^\d+$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= MOST;
  const errors = {
    place: plan.place.trim() ? undefined : t.missing,
    wilayah: plan.wilayah.trim() ? undefined : t.missing,
    from: plan.from ? undefined : t.missing,
    to: plan.to ? undefined : t.missing,
    officers: isCount(plan.officers) ? undefined : t.wrongCount,
    kits: isCount(plan.kits) ? undefined : t.wrongCount,
  };
  const field = (name: Exclude<keyof typeof plan, 'id' | 'host'>) => ({
    name,
    value: plan[name],
    onValue: (value: string) => setPlan({ ...plan, [name]: value }),
    autoComplete: 'off',
    error: tried && name in errors ? errors[name as keyof typeof errors] : undefined,
  });

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) return;
    const badges = plan.badges.split(',').map((badge) => badge.trim());
    const taken = await onPlan({
      ...plan,
      wilayah: plan.wilayah.trim(),
      officers: Number(plan.officers),
      kits: Number(plan.kits),
      badges: badges.filter(Boolean),
    });
    if (!taken) return;
    setPlan(emptyPlan(region));
    setTried(false);
  }
  return (
    <Card title={t.plan}>
      <form class="stack-s" noValidate onSubmit={(event) => void send(event)}>
        <Field {...field('place')} label={t.place} hint={t.placeHint} maxLength={120} />
        <Field {...field('wilayah')} label={t.region} hint={t.regionHint} />
        <Select
          name="host"
          label={t.host}
          value={plan.host}
          options={HOST_KINDS.map((kind) => [kind, hostNames[kind][lang.value]])}
          onValue={(host) => setPlan({ ...plan, host: host as HostKind })}
        />
        <Field {...field('from')} label={t.from} type="date" />
        <Field {...field('to')} label={t.to} type="date" />
        <Field {...field('officers')} label={t.officers} inputMode="numeric" />
        <Field {...field('kits')} label={t.kits} inputMode="numeric" />
        <Field {...field('badges')} label={t.badges} hint={t.badgesHint} optional />
        <div>
          <Button type="submit" busy={busy}>
            {t.plan}
          </Button>
        </div>
      </form>
    </Card>
  );
}
