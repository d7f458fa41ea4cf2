import { HOURS_A_DAY } from './candidates.ts';
import { hostNames } from './names.ts';
import type { Proposal } from './proposalWire.ts';

type Lang = 'id' | 'en';
type Facts = Omit<Proposal, 'why'>;

/** Why a session is proposed, in one sentence of each language: what it rests on, so that it can be doubted. */
export function proposalSentence(facts: Facts, team: number): Readonly<Record<Lang, string>> {
  return { id: told(facts, team, 'id'), en: told(facts, team, 'en') };
}

function told(facts: Facts, team: number, lang: Lang): string {
  const { host, regionName, activations, days, sessions, without, travelHours, remote, pinned } = facts;
  const n = (value: number) => new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(value);
  const say = (id: string, en: string) => (lang === 'id' ? id : en);
  const perOfficerDay = n(activations / (team * days));
  const hours = n(days * HOURS_A_DAY - 2 * travelHours);
  const parts = [
    say(
      `${hostNames[host].id} di ${regionName} diperkirakan memberi ${n(activations)} aktivasi (${perOfficerDay} per hari-petugas)`,
      `${hostNames[host].en} in ${regionName} is expected to bring ${n(activations)} activations (${perOfficerDay} per officer-day)`,
    ),
    say(
      `menurut rata-rata harian ${n(sessions)} sesi serupa untuk ${hours} jam kerja di tempat`,
      `from the daily mean of ${n(sessions)} such sessions for ${hours} working hours on the spot`,
    ),
    say(`dan ${n(without)} wajib KTP di sana belum ber-IKD`, `and ${n(without)} wajib KTP there have no IKD`),
    ...(pinned ? [say('disematkan oleh Anda', 'you pinned it')] : []),
    ...(remote
      ? [
          say(
            `termasuk daerah jauh (${n(travelHours)} jam sekali jalan)`,
            `it counts as remote (${n(travelHours)} hours one way)`,
          ),
        ]
      : []),
  ];
  return `${parts.join(', ')}.`;
}
