// What comes after the form, and whatever else must open without a network: one file, stored at the first visit.

export { ChoosePinPage } from './activate/ChoosePinPage.tsx';
export { MailPage } from './activate/MailPage.tsx';
export { OfficerPage } from './activate/OfficerPage.tsx';
export { OverPage } from './activate/OverPage.tsx';
export { SelfiePage } from './activate/SelfiePage.tsx';
export { CardPages } from './card/CardPages.tsx';
export { UnlockPages } from './unlock/UnlockPages.tsx';
