export { askResident } from './askResident.ts';
export { expireQuestions } from './expireQuestions.ts';
export { approvalRoutes } from './routes.ts';
export { readQuestion } from './store.ts';
