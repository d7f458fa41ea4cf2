import { signal } from '@preact/signals';

/** What the browser believes about the network. False is certain, true is a guess. */
export const online = signal(navigator.onLine);

for (const change of ['online', 'offline'])
  addEventListener(change, () => {
    online.value = navigator.onLine;
  });
