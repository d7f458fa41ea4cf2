import type { SessionShown } from '@jatidiri/core/outreach/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { Checks } from '../../shared/ui/Checks.tsx';
import { useDesk } from '../desk.ts';
import { listStaff } from '../staff/staffApi.ts';
import { texts } from './texts.ts';

type Team = SessionShown['team'];

interface TeamChoiceProps {
  readonly name: string;
  /** Who stands in the plan already, also from another office. */
  readonly before: Team;
  readonly values: readonly string[];
  readonly onValues: (officers: readonly string[]) => void;
}

/** Who serves at a session, from the accounts of the office: the schedule has their names, and their badges the same. */
export function TeamChoice({ name, before, values, onValues }: TeamChoiceProps) {
  const options = useColleagues(before).map((one) => ({ value: one.id, label: one.name }));
  const t = texts();
  if (options.length === 0) return null;
  return (
    <Checks
      name={name}
      label={t.whoServes}
      hint={t.whoServesHint}
      options={options}
      values={values}
      onValues={onValues}
    />
  );
}

function useColleagues(before: Team): Team {
  const { session } = useDesk();
  const [colleagues, setColleagues] = useState<Team>([]);
  useEffect(() => {
    void listStaff(session).then((answer) => {
      if (answer.ok) setColleagues(answer.value.officers.filter(({ state }) => state !== 'suspended'));
    });
  }, [session]);
  const guests = before.filter(({ id }) => !colleagues.some((one) => one.id === id));
  return [...colleagues, ...guests];
}
