const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 30_000;

/** Calls `leave` once nobody has touched this desk for `idleMs`, also when the computer slept through them. */
export function whenIdle(idleMs: number, leave: () => void): () => void {
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
  };
  const look = () => {
    if (Date.now() - touched >= idleMs) leave();
  };
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { capture: true, passive: true });
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, touch, { capture: true });
  };
}
