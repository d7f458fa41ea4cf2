import { parentPort } from 'node:worker_threads';

// Does as it is told: answers, breaks, or takes for ever.
parentPort!.on('message', (what: string) => {
  if (what === 'break') throw new Error('broken');
  if (what !== 'hang') parentPort!.postMessage(what);
});
