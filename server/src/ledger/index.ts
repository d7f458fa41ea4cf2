export { append } from './append.ts';
export { chainAfter, readHead } from './store.ts';
