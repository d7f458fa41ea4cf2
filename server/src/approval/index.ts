export { askResident } from './askResident.ts';
export { newBindingMessage } from './bindingMessage.ts';
export { expireQuestions } from './expireQuestions.ts';
export { type QuestionWords, questionPage } from './questionPage.ts';
export { approvalRoutes } from './routes.ts';
export { readQuestion } from './store.ts';
