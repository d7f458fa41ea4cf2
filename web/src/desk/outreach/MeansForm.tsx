import type { Means, ProposalReply, ProposalRequest } from '@jatidiri/core/outreach/proposalWire.ts';
import { useState } from 'preact/hooks';
import { formatCount } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { errorsOf, type Line } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { whereTexts } from './whereTexts.ts';

/** What an office can send out; pins and strikes are set at the proposals. */
export type MeansAsked = Omit<ProposalRequest, 'pins' | 'strikes'>;

interface MeansFormProps {
  readonly firstDay: string;
  /** As the office kept them last time. */
  readonly kept: Means | null;
  readonly busy: boolean;
  /** Known once there are proposals. */
  readonly kecamatan: ProposalReply['kecamatan'];
  readonly onAsk: (means: MeansAsked) => void;
}

/** From and to, as the request's schema has them. */
const BOUNDS = {
  days: [1, 14],
  officers: [1, 200],
  team: [1, 20],
  vehicles: [1, 50],
  usualHours: [0, 12],
  remoteFloor: [0, 50],
} as const;
type NumberName = keyof typeof BOUNDS;
const NAMES = Object.keys(BOUNDS) as NumberName[];

export function MeansForm({ firstDay, kept, busy, kecamatan, onAsk }: MeansFormProps) {
  const [from, setFrom] = useState(firstDay);
  const [typed, setTyped] = useState(() => typedFrom(kept));
  const [hours, setHours] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((kept?.travel ?? []).map(({ wilayah, hours }) => [wilayah, shown(hours)])),
  );
  const [tried, setTried] = useState(false);
  const t = whereTexts();
  const numbers = Object.fromEntries(NAMES.map((name) => [name, numberIn(typed[name], name)])) as Record<
    NumberName,
    number | undefined
  >;
  const field = (name: NumberName) => ({
    name,
    label: t[name],
    value: typed[name],
    onValue: (value: string) => setTyped({ ...typed, [name]: value }),
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    error: tried && numbers[name] === undefined ? t.wrongNumber(BOUNDS[name]) : undefined,
  });
  const travel = Object.entries(hours)
    .filter(([, text]) => text.trim() !== '')
    .map(([wilayah, text]) => ({ wilayah, hours: numberIn(text, 'usualHours') }));

  const lines: Line[] = [
    ['from', t.from, from ? undefined : t.wrongDay],
    ...NAMES.map(
      (name): Line => [name, t[name], numbers[name] === undefined ? t.wrongNumber(BOUNDS[name]) : undefined],
    ),
  ];
  // No link to these: they may be folded away.
  const folded = travel.flatMap(({ wilayah, hours }) => {
    const place = kecamatan.find((one) => one.wilayah === wilayah);
    return hours === undefined && place
      ? [{ text: `${place.name}: ${t.wrongNumber(BOUNDS.usualHours)}` }]
      : [];
  });

  function send(): void {
    setTried(true);
    if (!from || !allThere(numbers) || !travel.every(allThere)) return;
    onAsk({ from, ...numbers, travel });
  }
  return (
    <Card>
      <Form errors={tried ? [...errorsOf(lines), ...folded] : []} onSubmit={send}>
        <Field
          name="from"
          label={t.from}
          type="date"
          value={from}
          onValue={setFrom}
          error={tried && !from ? t.wrongDay : undefined}
        />
        <Field {...field('days')} />
        <Field {...field('officers')} />
        <Field {...field('team')} hint={t.teamHint} />
        <Field {...field('vehicles')} />
        <Field {...field('usualHours')} hint={t.usualHint} />
        <Field {...field('remoteFloor')} hint={t.remoteHint} />
        {kecamatan.length > 0 && (
          <details>
            <summary>{t.travel}</summary>
            <div class="stack-s">
              {kecamatan.map(({ wilayah, name, without }) => {
                const text = hours[wilayah] ?? '';
                const wrong = text.trim() !== '' && numberIn(text, 'usualHours') === undefined;
                return (
                  <Field
                    key={wilayah}
                    name={`jam-${wilayah}`}
                    label={name}
                    hint={t.travelHint(formatCount(without))}
                    value={text}
                    onValue={(value) => setHours({ ...hours, [wilayah]: value })}
                    inputMode="numeric"
                    autoComplete="off"
                    error={tried && wrong ? t.wrongNumber(BOUNDS.usualHours) : undefined}
                    optional
                  />
                );
              })}
            </div>
          </details>
        )}
        <div>
          <Button type="submit" busy={busy}>
            {t.propose}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** What was kept, or what most offices can begin with. */
function typedFrom(kept: Means | null): Record<NumberName, string> {
  const first = { days: '5', officers: '', team: '2', vehicles: '', usualHours: '0,5', remoteFloor: '0' };
  if (!kept) return first;
  return Object.fromEntries(NAMES.map((name) => [name, shown(kept[name])])) as Record<NumberName, string>;
}

const shown = (value: number): string => String(value).replace('.', lang.value === 'id' ? ',' : '.');

/** Hours may have a decimal comma or point; everything else is whole. */
function numberIn(text: string, name: NumberName): number | undefined {
  const pattern = name === 'usualHours' ? /^\d+([.,]\d+)?$/ : /^\d+$/;
  const value = Number(text.trim().replace(',', '.'));
  const [least, most] = BOUNDS[name];
  return pattern.test(text.trim()) && value >= least && value <= most ? value : undefined;
}

function allThere<T extends object>(values: T): values is { [K in keyof T]: NonNullable<T[K]> } & T {
  return Object.values(values).every((value) => value !== undefined);
}
