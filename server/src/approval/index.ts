export { askResident } from './askResident.ts';
export { expireQuestions } from './expireQuestions.ts';
export { type QuestionWords, questionPage } from './questionPage.ts';
export { approvalRoutes } from './routes.ts';
export { readQuestion } from './store.ts';
