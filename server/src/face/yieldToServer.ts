import { constants, setPriority } from 'node:os';

/**
 * Lets the server's own thread go first where both want the processor. Linux alone has a priority for each thread; elsewhere it
 * would be the whole process's.
 */
export function yieldToServer(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
