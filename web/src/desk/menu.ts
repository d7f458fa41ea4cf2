import type { Action } from '@jatidiri/core/office/model.ts';
import { texts as cardTexts } from './cards/texts.ts';
import { texts as familyTexts } from './family/texts.ts';
import { texts as kiaTexts } from './kia/texts.ts';
import { texts as kitTexts } from './kit/texts.ts';
import { texts as kitsTexts } from './kits/texts.ts';
import { texts as movingTexts } from './moving/texts.ts';
import { badgeTexts } from './outreach/badgeTexts.ts';
import { texts as outreachTexts } from './outreach/texts.ts';
import { texts as programmeTexts } from './programme/texts.ts';
import { texts as recordingTexts } from './recording/texts.ts';
import { texts as requestTexts } from './requests/texts.ts';
import { texts } from './texts.ts';

interface Entry {
  readonly href: string;
  readonly title: string;
  readonly hint: string;
  readonly action: Action;
}
interface Group {
  readonly id: string;
  readonly title: string;
  readonly links: readonly Entry[];
}

/** What an officer may do here, by what it is about. Groups with nothing in them are left out. */
export function menuFor(may: readonly Action[]): readonly Group[] {
  return menu()
    .map((group) => ({ ...group, links: group.links.filter(({ action }) => may.includes(action)) }))
    .filter(({ links }) => links.length > 0);
}

function menu(): readonly Group[] {
  const t = texts();
  const entry = (href: string, { title, hint }: { title: string; hint: string }, action: Action) => ({
    ...{ href, title, hint, action },
  });
  return [
    {
      id: 'identitas',
      title: t.groups.identity,
      links: [
        entry('/ponsel-baru', { title: movingTexts().title, hint: t.movingHint }, 'activation.end'),
        entry('/lepas', { title: t.ending, hint: t.endingHint }, 'activation.end'),
        entry('/tangguhkan', { title: t.holding, hint: t.holdingHint }, 'activation.end'),
      ],
    },
    {
      id: 'dokumen',
      title: t.groups.documents,
      links: [
        entry('/perekaman', recordingTexts(), 'recording.read'),
        entry('/kartu', cardTexts(), 'card.print'),
        entry('/keluarga', familyTexts(), 'family.record'),
        entry('/kia', kiaTexts(), 'kia.issue'),
      ],
    },
    {
      id: 'warga',
      title: t.groups.residents,
      links: [
        entry('/permohonan', requestTexts(), 'service.work'),
        entry('/keberatan', { title: t.objections, hint: t.objectionsHint }, 'objection.answer'),
      ],
    },
    {
      id: 'luar',
      title: t.groups.outside,
      links: [
        entry('/jemput-bola', outreachTexts(), 'outreach.read'),
        entry('/lapangan', kitTexts(), 'activation.decide'),
        entry('/kit', kitsTexts(), 'field.bringHome'),
        entry('/lencana', badgeTexts(), 'outreach.hold'),
      ],
    },
    {
      id: 'kantor',
      title: t.groups.office,
      links: [
        entry('/program', programmeTexts(), 'programme.read'),
        entry('/lembaga', { title: t.partners, hint: t.partnersHint }, 'partner.list'),
        entry('/petugas', { title: t.staff, hint: t.staffHint }, 'officer.list'),
      ],
    },
  ];
}
