/** Runs one piece of work at a time over all tabs (Web Locks). Where the browser has no locks, tabs may overtake. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
