import { useEffect } from 'preact/hooks';

/** Keeps the screen from going dark while a QR waits for a camera (Screen Wake Lock API), where the browser can. */
export function useScreenAwake(): void {
  useEffect(() => {
    let wanted = true;
    let lock: WakeLockSentinel | undefined;
    async function hold(): Promise<void> {
      if (document.hidden || !navigator.wakeLock) return;
      // Refused when the battery is low: then the screen goes dark as usual.
      const held = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (wanted) lock = held;
      else void held?.release();
    }
    void hold();
    // The browser lets go by itself when the page is hidden.
    document.addEventListener('visibilitychange', hold);
    return () => {
      wanted = false;
      void lock?.release();
      document.removeEventListener('visibilitychange', hold);
    };
  }, []);
}
