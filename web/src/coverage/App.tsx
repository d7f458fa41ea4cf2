import { LocationProvider, useLocation } from 'preact-iso/router';
import { CoveragePage } from './CoveragePage.tsx';
import { RegionPage } from './overview/RegionPage.tsx';
import { codeIn } from './regionPath.ts';
import { SchedulePage } from './schedule/SchedulePage.tsx';

export function App() {
  return (
    <LocationProvider>
      <Pages />
    </LocationProvider>
  );
}

function Pages() {
  const { path } = useLocation();
  if (path === '/jadwal') return <SchedulePage />;
  const code = codeIn(path);
  return code ? <RegionPage key={code} code={code} /> : <CoveragePage />;
}
