import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';

/** What a page shows, loaded anew after each change that it made. */
export function useProgramme<T>(load: () => Promise<Result<T, ApiRefusal>>, key = '') {
  const [value, setValue] = useState<T>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function reload(): Promise<void> {
    const answer = await load();
    if (answer.ok) setValue(answer.value);
    else setRefusal(answer.refusal);
  }
  useEffect(() => void reload(), [key]);

  /** Undefined when it was refused. */
  async function change<U>(request: Promise<Result<U, ApiRefusal>>): Promise<{ done: U } | undefined> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await request;
    setBusy(false);
    if (!answer.ok) {
      setRefusal(answer.refusal);
      return undefined;
    }
    await reload();
    return { done: answer.value };
  }
  return { value, refusal, busy, change, reload };
}
