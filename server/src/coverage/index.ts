export { exportRoutes } from './exports/exportRoutes.ts';
export { keepContradictions } from './keepContradictions.ts';
export { programmeRoutes } from './programmeRoutes.ts';
export { type ProjectDeps, projectCoverage, rebuild } from './project.ts';
export { type FiguresDeps, readFigures } from './readFigures.ts';
export { releaseFigures } from './releaseFigures.ts';
export { coverageRoutes } from './routes.ts';
export { beginWithTargets } from './setTarget.ts';
export { readPublishedTable, takePublishedFigures } from './takePublishedFigures.ts';
