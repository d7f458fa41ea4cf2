// What a new handset, or one whose identity is on hold, needs: all of it needs a network, so it is loaded when it is wanted.

export { ApproveMovePage } from './ApproveMovePage.tsx';
export { ArrivePages } from './ArrivePages.tsx';
export { HeldPage } from './HeldPage.tsx';
export { ProofPages } from './ProofPages.tsx';
