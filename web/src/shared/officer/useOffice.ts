import type { Vouched } from '@jatidiri/core/badge/model.ts';
import { useEffect, useState } from 'preact/hooks';
import { askOffice, type OfficeSays } from './askOffice.ts';

/** What the office says, as soon as it has answered. */
export function useOffice(vouched: Vouched): OfficeSays | undefined {
  const [said, setSaid] = useState<OfficeSays>();
  useEffect(() => {
    let wanted = true;
    void askOffice(vouched).then((answer) => wanted && setSaid(answer));
    return () => {
      wanted = false;
    };
  }, [vouched]);
  return said;
}
