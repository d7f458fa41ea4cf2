/**
 * Turns work for many at once into work for one. What arrives while a group is under way waits and becomes the next
 * group, so that a quiet server answers at once and a busy one shares a transaction, its commit and its disk write
 * among all who wait. Nobody is answered before the transaction is durable. A group that fails is repeated one by one,
 * so that one caller's fault is not another's.
 */
export function inGroups<In, Out>(
  largest: number,
  work: (group: readonly In[]) => Promise<readonly Out[]>,
): (input: In) => Promise<Out> {
  interface Waiting {
    readonly input: In;
    readonly done: (output: Out) => void;
    readonly failed: (error: unknown) => void;
  }
  const queue: Waiting[] = [];
  let busy = false;

  async function serve(group: readonly Waiting[]): Promise<void> {
    try {
      const outputs = await work(group.map(({ input }) => input));
      for (const [at, { done }] of group.entries()) done(outputs[at]!);
    } catch (error) {
      if (group.length === 1) group[0]!.failed(error);
      else for (const one of group) await serve([one]);
    }
  }
  async function go(): Promise<void> {
    busy = true;
    while (queue.length > 0) await serve(queue.splice(0, largest));
    busy = false;
  }

  return (input) =>
    new Promise((done, failed) => {
      queue.push({ input, done, failed });
      if (!busy) void go();
    });
}
