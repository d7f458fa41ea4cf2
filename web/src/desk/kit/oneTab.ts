const NAME = 'kit';

/**
 * One tab works with the kit, all others wait their turn: the browser gives the lock to the next one when a tab closes or
 * crashes. Where the browser has no locks (before Safari 15.4), numbers that are taken are still refused by the database.
 * @param onTurn called at once, or when the tab before is closed
 * @param onWait called when another tab is at work
 */
export async function takeTurn(onTurn: () => void, onWait: () => void): Promise<void> {
  if (!navigator.locks) return onTurn();
  const untilTheTabCloses = () => {
    onTurn();
    return new Promise<never>(() => {});
  };
  const isFree = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => lock !== null);
  if (!isFree) onWait();
  await navigator.locks.request(NAME, untilTheTabCloses);
}
