import '../programme/programme.css';
import { HOST_KINDS, type HostKind } from '@jatidiri/core/outreach/model.ts';
import { hostNames } from '@jatidiri/core/outreach/names.ts';
import type { PlanRequest, SessionShown } from '@jatidiri/core/outreach/wire.ts';
import { useState } from 'preact/hooks';
import { lang } from '../../shared/i18n.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { TeamChoice } from './TeamChoice.tsx';
import { texts } from './texts.ts';

export interface PlanStart {
  readonly place: string;
  readonly wilayah: string;
  readonly host: HostKind;
}

interface PlanFormProps {
  /** The region that the office answers for. */
  readonly region: string;
  /** What another page knows of a new session already. */
  readonly start?: PlanStart;
  /** The session whose plan is changed; a new one when nothing is said. */
  readonly session?: SessionShown;
  readonly busy: boolean;
  /** True when it was taken. */
  readonly onPlan: (plan: PlanRequest) => Promise<boolean>;
}

const MOST = 200;
const NAMES = ['place', 'from', 'to', 'officers', 'kits'] as const;

function planOf(region: string, session: SessionShown | undefined, start?: PlanStart) {
  return {
    id: session?.id ?? newUuid(),
    place: session?.place ?? start?.place ?? '',
    wilayah: session?.wilayah ?? start?.wilayah ?? region,
    host: session?.host ?? start?.host ?? ('village' satisfies HostKind as HostKind),
    from: session?.from ?? '',
    to: session?.to ?? '',
    officers: session?.officers?.toString() ?? '',
    kits: session?.kits?.toString() ?? '',
    team: session?.team.map(({ id }) => id) ?? ([] as readonly string[]),
  };
}

/** Plans a session, or changes the plan of one that has not begun. */
export function PlanForm({ region, start, session, busy, onPlan }: PlanFormProps) {
  const [plan, setPlan] = useState(() => planOf(region, session, start));
  const [tried, setTried] = useState(false);
  const t = texts();
  const isCount = (value: string) =>
    /^\d+$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= MOST;
  const faults = {
    place: plan.place.trim() ? undefined : t.missing,
    from: plan.from ? undefined : t.missing,
    to: plan.to ? undefined : t.missing,
    officers: isCount(plan.officers) ? undefined : t.wrongCount,
    kits: isCount(plan.kits) ? undefined : t.wrongCount,
  };
  const prefix = session ? `${session.id}-` : '';
  const field = (name: (typeof NAMES)[number]) => ({
    name: prefix + name,
    value: plan[name],
    onValue: (value: string) => setPlan({ ...plan, [name]: value }),
    autoComplete: 'off',
    label: t[name],
    error: tried ? faults[name] : undefined,
  });

  async function send(): Promise<void> {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    const taken = await onPlan({ ...plan, officers: Number(plan.officers), kits: Number(plan.kits) });
    if (!taken) return;
    if (!session) setPlan(planOf(region, undefined));
    setTried(false);
  }
  return (
    <Form
      errors={tried ? errorsOf(NAMES.map((name) => [prefix + name, t[name], faults[name]])) : []}
      onSubmit={() => void send()}
    >
      <Field {...field('place')} hint={t.placeHint} maxLength={120} />
      <RegionPicker
        name={`${prefix}wilayah`}
        within={region}
        value={plan.wilayah}
        onValue={(wilayah) => setPlan({ ...plan, wilayah })}
      />
      <Select
        name={`${prefix}host`}
        label={t.host}
        value={plan.host}
        options={HOST_KINDS.map((kind) => [kind, hostNames[kind][lang.value]])}
        onValue={(host) => setPlan({ ...plan, host: host as HostKind })}
      />
      <Field {...field('from')} type="date" />
      <Field {...field('to')} type="date" />
      <Field {...field('officers')} inputMode="numeric" />
      <Field {...field('kits')} inputMode="numeric" />
      <TeamChoice
        name={`${prefix}team`}
        before={session?.team ?? []}
        values={plan.team}
        onValues={(team) => setPlan({ ...plan, team })}
      />
      <div>
        <Button type="submit" busy={busy}>
          {session ? t.saveChange : t.plan}
        </Button>
      </div>
    </Form>
  );
}
