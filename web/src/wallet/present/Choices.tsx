import type { Part, ShownClaim, Way } from '@jatidiri/core/holder/ways.ts';
import { Choice } from '../../shared/ui/Choice.tsx';
import { cardName, claimLabel, claimPicture, claimValue } from './claimWords.ts';
import { texts } from './texts.ts';

interface ChoicesProps {
  parts: readonly Part[];
  chosen: readonly Way[];
  onChosen: (ways: readonly Way[]) => void;
}

/** What will be sent: fixed where there is one way, to choose where there are several, and extra where it is optional. */
export function Choices({ parts, chosen, onChosen }: ChoicesProps) {
  const t = texts();
  const sure = parts
    .filter(({ required, ways }) => required && ways.length === 1)
    .flatMap(({ ways }) => ways);
  const open = parts.filter(({ required, ways }) => required && ways.length > 1);
  const extra = parts.filter(({ required }) => !required).map(({ ways }) => ways[0]!);
  const without = (ways: readonly Way[]) => chosen.filter((way) => !ways.includes(way));

  return (
    <section class="stack-s choices">
      {sure.length > 0 && (
        <>
          <h2>{t.given}</h2>
          <ClaimList ways={sure} />
        </>
      )}
      {open.map(({ ways }, at) => (
        <Choice
          key={at}
          name={`ways-${at}`}
          label={t.oneOf}
          options={ways.map((way, index) => ({
            value: String(index),
            label: wayLabel(way),
            hint: wayValues(way),
          }))}
          value={String(ways.findIndex((way) => chosen.includes(way)))}
          onValue={(index) => onChosen([...without(ways), ways[Number(index)]!])}
        />
      ))}
      {extra.length > 0 && (
        <fieldset class="choice">
          <legend class="choice-legend">{t.extra}</legend>
          {extra.map((way, at) => (
            <label key={at} class="choice-option">
              <input
                type="checkbox"
                checked={chosen.includes(way)}
                onChange={() => onChosen(chosen.includes(way) ? without([way]) : [...chosen, way])}
              />
              <span class="choice-text">
                <span class="choice-label">{wayLabel(way)}</span>
                <span class="soft choice-hint">{wayValues(way)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="soft">{t.nothingElse}</p>
    </section>
  );
}

/** What is shown, card by card when more than one is. */
function ClaimList({ ways }: { ways: readonly Way[] }) {
  const t = texts();
  const cards = ways.flat().filter(({ claims }) => claims.length > 0);
  if (cards.length === 0) return <p>{t.nothingShown}</p>;
  const types = new Set(cards.map(({ credential }) => credential.type));
  return (
    <>
      {cards.map(({ id, credential, claims }) => (
        <div key={id} class="stack-s">
          {types.size > 1 && <h3>{cardName(credential.type)}</h3>}
          <dl class="claims">
            {claims.map((claim) => (
              <div key={JSON.stringify(claim.path)}>
                <dt class="soft">{claimLabel(claim)}</dt>
                <dd>{claimPicture(claim) ? <ClaimPicture claim={claim} /> : claimValue(claim)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function ClaimPicture({ claim }: { claim: ShownClaim }) {
  return <img class="claim-picture" src={claimPicture(claim)} alt={texts().photo} />;
}

/** The names of what it shows, in one line. */
function wayLabel(way: Way): string {
  const labels = [...new Set(way.flatMap(({ claims }) => claims.map(claimLabel)))].join(', ');
  // Of several children, say: whose card it is.
  const whose = way.flatMap(({ credential, subject }) => (credential.dataset && subject ? [subject] : []));
  return [...whose, labels || texts().nothingShown].join(': ');
}

const wayValues = (way: Way): string =>
  way
    .flatMap(({ claims }) => claims.map(claimValue))
    .filter(Boolean)
    .join(', ');
