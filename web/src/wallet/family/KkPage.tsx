import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { useLocation } from 'preact-iso/router';
import { formatDate, formatDay, inFours } from '../../shared/format.ts';
import { inWords } from '../../shared/residentWords.ts';
import { WalletPage } from '../WalletPage.tsx';
import { readKk } from './readFamily.ts';
import { texts } from './texts.ts';

/** The family card as a document: the family, and each member with what the card prints of them. */
export function KkPage({ kk }: { kk: FamilyCredentialsReply['kk'] }) {
  const t = texts();
  const { route } = useLocation();
  const card = readKk(kk.sdJwtVc);
  return (
    <WalletPage title={t.kk} onBack={() => route('/keluarga')} worksOffline>
      <article class="kk" aria-label={t.kk}>
        <p class="kk-number digits">{inFours(card.no_kk)}</p>
        <dl class="kia-facts">
          <dt>{t.head}</dt>
          <dd>{card.head_of_family}</dd>
          <dt>{t.address}</dt>
          <dd>
            {[card.address, card.kelurahan_desa, card.kecamatan, card.kabupaten_kota, card.provinsi].join(
              ', ',
            )}
          </dd>
        </dl>
      </article>
      <section class="stack-s">
        <h2>{t.members}</h2>
        <ol class="kk-members">
          {card.members.map((member) => (
            <li key={member.nik} class="kk-member">
              <strong>{member.name}</strong>
              <span class="digits">{inFours(member.nik)}</span>
              <span class="soft">
                {t.relations[member.relation]} · {inWords(member.sex)} · {inWords(member.marital_status)}
              </span>
              <span class="soft">
                {member.birth_place}, {formatDay(member.birth_date)} · {member.occupation}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <p class="soft">{t.kept(formatDate(new Date(kk.validUntil)))}</p>
    </WalletPage>
  );
}
