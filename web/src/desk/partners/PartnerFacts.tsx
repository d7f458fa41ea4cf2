import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import type { ComponentChildren } from 'preact';
import { formatCount, formatDateTime, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { documentPath } from './partnersApi.ts';
import { texts } from './texts.ts';

/** What the institution says about itself, with its documents, and what was agreed. */
export function PartnerFacts({ partner }: { partner: PartnerOverview }) {
  const t = texts();
  const words = purposeWords();
  const { inForce, memorandum } = partner;
  return (
    <Card title={t.application}>
      <dl class="record-rows">
        <Row name={t.kind}>{words.priceClasses[partner.priceClass]}</Row>
        <Row name={t.registrationNumber}>{partner.registrationNumber}</Row>
        <Row name={t.taxNumber}>{partner.taxNumber}</Row>
        <Row name={t.domain}>{partner.domain}</Row>
        <Row name={t.contact}>
          {partner.representatives.map(({ name, email }) => `${name} (${email})`).join('; ') || '–'}
        </Row>
        <Row name={words.scopes}>{partner.scopes.map((scope) => words.scopeNames[scope]).join(', ')}</Row>
        {partner.purposes.map(({ id, text, attributes }) => (
          <Row key={id} name={text[lang.value]}>
            {attributes.map((name) => IKD_CLAIMS[name][lang.value]).join(', ')}
          </Row>
        ))}
        <Row name={t.documents}>
          {partner.documents.length === 0
            ? t.noDocuments
            : partner.documents.map(({ id, name }) => (
                <a key={id} class="partner-document" href={documentPath(id)} download={name}>
                  {name}
                </a>
              ))}
        </Row>
        <Row name={t.memorandum}>
          {memorandum.accepted
            ? t.acceptedBy(memorandum.accepted.by, formatDateTime(new Date(memorandum.accepted.at)))
            : t.notAccepted}
        </Row>
        <Row name={t.inForce}>
          {inForce
            ? t.terms(formatCount(inForce.terms.quotaPerMonth), formatDay(inForce.terms.endsOn))
            : t.none}
        </Row>
        <Row name={t.clients}>
          {partner.clients.length === 0 ? t.none : partner.clients.map(({ name }) => name).join(', ')}
        </Row>
      </dl>
    </Card>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="record-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
