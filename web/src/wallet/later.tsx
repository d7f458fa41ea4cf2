import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { takeNewVersion } from '../shared/installApp.ts';
import { pauseAfter } from '../shared/pauseAfter.ts';
import { Busy } from '../shared/ui/Busy.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { words } from '../shared/words.ts';
import { online } from './online.ts';
import { texts } from './texts.ts';
import { WalletPage } from './WalletPage.tsx';

/** After so many a person is offered to reload: some browsers remember that a file could not be loaded. */
const TRIES = 4;

/** A page that is loaded when it is first needed, again and again until it is there. Nothing waits for a press. */
export function later(load: () => Promise<ComponentType>): () => JSX.Element {
  let Loaded: ComponentType | undefined;
  return function Later() {
    const [tries, setTries] = useState(0);
    const [, show] = useState(false);
    const connected = online.value;

    // Each failure leads to the next try, and so does a network that comes back
    useEffect(() => {
      let wanted = true;
      load().then(
        (page) => {
          Loaded = page;
          if (wanted) show(true);
        },
        async () => {
          if (!connected || (await takeNewVersion())) return;
          await pauseAfter(tries + 1);
          if (wanted) setTries(tries + 1);
        },
      );
      return () => {
        wanted = false;
      };
    }, [tries, connected]);

    if (Loaded) return <Loaded />;
    return <Loading stuck={tries >= TRIES} />;
  };
}

function Loading({ stuck }: { stuck: boolean }) {
  const t = texts();
  const { path, route } = useLocation();
  const back = path === '/' ? {} : { onBack: () => route('/') };
  if (!online.value)
    return (
      <WalletPage title={t.notLoadedTitle} {...back} worksOffline>
        <Notice tone="warning" live>
          <p>{t.notLoadedOffline}</p>
        </Notice>
      </WalletPage>
    );
  return (
    <WalletPage title={words().wait} {...back}>
      <Busy label={t.loading} />
      {stuck && (
        <>
          <p>{t.notLoaded}</p>
          <Button onClick={() => location.reload()}>{t.reload}</Button>
        </>
      )}
    </WalletPage>
  );
}
