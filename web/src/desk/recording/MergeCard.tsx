import { useLocation } from 'preact-iso/router';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { useDesk } from '../desk.ts';
import { Pair, type PairProps, type Person } from './Pair.tsx';
import { texts } from './texts.ts';

/** One person with two NIK, as a head of office decided: which of them stays, and on to the merge with both filled in. */
export function MergeCard({ person, other }: PairProps) {
  const { sought } = useDesk();
  const { route } = useLocation();
  const t = texts();
  const merge = (kept: Person, retired: Person) => {
    sought.value = { nik: kept.nik, retired: retired.nik };
    route('/keluarga');
  };
  return (
    <Card title={t.mergeTitle(person.name)}>
      <p>{t.mergeLead}</p>
      <Pair person={person} other={other} />
      <div class="row">
        <Button onClick={() => merge(other, person)}>{t.mergeKeep(inFours(other.nik))}</Button>
        <Button kind="secondary" onClick={() => merge(person, other)}>
          {t.mergeKeep(inFours(person.nik))}
        </Button>
      </div>
    </Card>
  );
}
