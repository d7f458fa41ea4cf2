export { type ProjectDeps, projectCoverage, rebuild } from './project.ts';
export { type FiguresDeps, readFigures } from './readFigures.ts';
export { coverageRoutes } from './routes.ts';
export { readPublishedTable, takePublishedFigures } from './takePublishedFigures.ts';
