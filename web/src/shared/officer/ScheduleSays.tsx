import { SessionNotice } from '@jatidiri/core/outreach/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { callApi } from '../api.ts';
import { Notice } from '../ui/Notice.tsx';
import { officerWords } from './officerWords.ts';

type Said = 'asking' | 'confirmed' | 'notAnnounced' | 'unreachable';

/** With a network, the public schedule says the same or does not: what was cancelled since stands there alone. */
export function ScheduleSays({ session }: { session: string }) {
  const t = officerWords();
  const said = useSchedule(session);
  if (said === 'asking') return null;
  const tone = said === 'confirmed' ? 'success' : said === 'unreachable' ? 'info' : 'refusal';
  return (
    <Notice tone={tone} live>
      <p>{t.schedule[said]}</p>
    </Notice>
  );
}

function useSchedule(session: string): Said {
  const [said, setSaid] = useState<Said>('asking');
  useEffect(() => {
    let wanted = true;
    void ask(session).then((answer) => wanted && setSaid(answer));
    return () => {
      wanted = false;
    };
  }, [session]);
  return said;
}

/** The names on the schedule are typed by the office, often shortened: they confirm nobody and accuse nobody. */
async function ask(session: string): Promise<Said> {
  const answer = await callApi({
    method: 'GET',
    path: `/api/outreach/schedule/${session}`,
    parse: (body) => v.parse(SessionNotice, body),
  });
  if (!answer.ok) return answer.refusal.status === 404 ? 'notAnnounced' : 'unreachable';
  return 'confirmed';
}
