import { start } from '../shared/start.tsx';
import { CoveragePage } from './CoveragePage.tsx';

start(CoveragePage);
