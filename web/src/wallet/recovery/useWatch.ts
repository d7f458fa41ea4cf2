import { WatchReply } from '@jatidiri/core/recovery/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';

/** What other handsets try about the identity on this one. */
export function useWatch(): WatchReply | undefined {
  const { handset } = useWallet();
  const [watched, setWatched] = useState<WatchReply>();
  useEffect(() => {
    if (!online.value) return;
    void handset
      .call({ method: 'GET', path: '/api/recovery/watch', parse: (body) => v.parse(WatchReply, body) })
      .then((answer) => answer.ok && setWatched(answer.value));
  }, [online.value]);
  return watched;
}
