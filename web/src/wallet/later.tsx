import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../shared/ui/Busy.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { words } from '../shared/words.ts';
import { texts } from './texts.ts';
import { WalletPage } from './WalletPage.tsx';

/** A page that is loaded when it is first needed. Nothing is lost by a reload: every entry is kept already. */
export function later(load: () => Promise<ComponentType>): () => JSX.Element {
  let Loaded: ComponentType | undefined;
  return function Later() {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
    useEffect(() => {
      load().then(
        (page) => {
          Loaded = page;
          setState('loaded');
        },
        () => setState('failed'),
      );
    }, []);
    if (Loaded) return <Loaded />;
    if (state === 'loading')
      return (
        <WalletPage title={words().wait}>
          <Busy />
        </WalletPage>
      );
    const t = texts();
    return (
      <WalletPage title={t.notLoadedTitle}>
        <Notice tone="warning" live>
          <p>{t.notLoaded}</p>
        </Notice>
        <Button onClick={() => location.reload()}>{t.reload}</Button>
      </WalletPage>
    );
  };
}
