export { fileAnchors } from './anchors.ts';
export { append, appendMany, type Tracing } from './append.ts';
export { follow } from './follow.ts';
export { type SequencerDeps, sequence, sequenceAll } from './sequence.ts';
export { chainAfter, entryAbout, isBehind, oldestWaiting, seqsOf, trailOf } from './store.ts';
export { verifyLedger } from './verifyLedger.ts';
