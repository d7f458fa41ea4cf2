import { texts } from './texts.ts';

export function OpenData() {
  const t = texts();
  return (
    <section class="stack-s no-print" aria-labelledby="data-terbuka">
      <h2 id="data-terbuka">{t.openData}</h2>
      <p class="soft">{t.openDataIntro}</p>
      <ul class="coverage-links">
        <li>
          <a href="/api/coverage/figures">{t.openFigures}</a>
        </li>
        <li>
          <a href="/api/coverage/open-data.csv">{t.openCsv}</a>
        </li>
        <li>
          <a href="/api/coverage/open-data.xlsx">{t.openXlsx}</a>
        </li>
        <li>
          <a href="/api/coverage/open-data.json">{t.openJson}</a>
        </li>
        <li>
          <a href="/api/openapi.json">OpenAPI</a>
        </li>
        <li>
          <a href="/api/coverage/published">{t.openPublished}</a>
        </li>
      </ul>
    </section>
  );
}
