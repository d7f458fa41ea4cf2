// What a meeting without a network needs: one file, stored when the app is installed or the resident asks for it.

export { CheckOfficerPage } from './CheckOfficerPage.tsx';
export { getReady } from './getReady.ts';
export { HandOverPage } from './HandOverPage.tsx';
export { NotAcceptedPage } from './NotAcceptedPage.tsx';
export { ProvisionalPages } from './ProvisionalPages.tsx';
export { ReadyPage } from './ReadyPage.tsx';
