import { signal } from '@preact/signals';

const message = signal('');

/** Says something to a screen reader without moving anything on the screen. */
export function announce(text: string): void {
  // The same text twice is news only when the region was empty in between.
  message.value = '';
  setTimeout(() => {
    message.value = text;
  }, 50);
}

/** Stands once in every Page. */
export function LiveRegion() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {message}
    </div>
  );
}
