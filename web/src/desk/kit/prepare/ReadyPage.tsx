import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '../../../shared/format.ts';
import { askToKeepStorage } from '../../../shared/store.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { useDesk } from '../../desk.ts';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { CameraCheck } from './CameraCheck.tsx';
import { CarriedCheck } from './CarriedCheck.tsx';
import { Check, type CheckState } from './Check.tsx';
import {
  CLOCK_TOLERANCE_MS,
  freeBytes,
  isInstalled,
  isPersisted,
  opensOffline,
  ROOM_NEEDED_BYTES,
} from './readiness.ts';
import { texts } from './texts.ts';

/** The list before departure: each line says how it stands, and what to do about it. */
export function ReadyPage() {
  const { open } = useOpenedKit();
  const t = texts();
  return (
    <KitPage title={t.readyTitle}>
      <ul class="kit-checks">
        <CarriedCheck />
        <OfflineCheck />
        <PersistedCheck />
        <QuotaCheck />
        <ClockCheck offset={open.about.clockOffset} />
        <CameraCheck />
        <Check name="installed" state={isInstalled() ? 'good' : 'look'}>
          <p>{isInstalled() ? t.installedGood : t.installedBad}</p>
        </Check>
        <ServerCheck />
      </ul>
      <section class="stack-s" aria-labelledby="officers">
        <h2 id="officers">{t.officers}</h2>
        <p>{open.about.officers.map(({ name }) => name).join(', ')}</p>
        <p class="soft">{t.admitHint}</p>
        <div>
          <Button kind="secondary" href="/lapangan/petugas">
            {t.admit}
          </Button>
        </div>
      </section>
      <Button href="/lapangan">{t.toKit}</Button>
    </KitPage>
  );
}

function OfflineCheck() {
  const [stored, setStored] = useState(opensOffline());
  useEffect(() => {
    void navigator.serviceWorker?.ready.then(() => setStored(true));
  }, []);
  const t = texts();
  return (
    <Check name="offline" state={stored ? 'good' : 'bad'}>
      <p>{stored ? t.offlineGood : t.offlineBad}</p>
    </Check>
  );
}

function PersistedCheck() {
  const [persisted, setPersisted] = useState(false);
  useEffect(() => {
    void isPersisted().then(setPersisted);
  }, []);
  const t = texts();
  return (
    <Check name="persisted" state={persisted ? 'good' : 'look'}>
      <p>{persisted ? t.persistedGood : t.persistedBad}</p>
      {!persisted && (
        <Button kind="secondary" onClick={() => void askToKeepStorage().then(setPersisted)}>
          {t.persistNow}
        </Button>
      )}
    </Check>
  );
}

function QuotaCheck() {
  const [free, setFree] = useState<number>();
  useEffect(() => {
    void freeBytes().then(setFree);
  }, []);
  const t = texts();
  if (free === undefined) return null;
  const enough = free >= ROOM_NEEDED_BYTES;
  return (
    <Check name="quota" state={enough ? 'good' : 'bad'}>
      <p>{enough ? t.quotaGood(formatBytes(free)) : t.quotaBad(formatBytes(free))}</p>
    </Check>
  );
}

function ClockCheck({ offset }: { offset: number }) {
  const right = Math.abs(offset) <= CLOCK_TOLERANCE_MS;
  const t = texts();
  return (
    <Check name="clock" state={right ? 'good' : 'look'}>
      <p>{right ? t.clockGood : t.clockOff(Math.round(Math.abs(offset) / 60_000))}</p>
    </Check>
  );
}

/** Whoever takes the device must not find a session or a key of the office in it. */
function ServerCheck() {
  const { session, leaveServer } = useDesk();
  const { kit } = useOpenedKit();
  const [left, setLeft] = useState(false);
  const signedIn = session.state.value.kind === 'signedIn';
  const state: CheckState = signedIn || !left ? 'bad' : 'good';
  const t = texts();
  async function leave(): Promise<void> {
    await leaveServer();
    await kit.store.sweep();
    setLeft(true);
  }
  return (
    <Check name="server" state={state}>
      <p>{state === 'good' ? t.serverGood : t.serverBad}</p>
      {state === 'bad' && (
        <Button kind="secondary" onClick={() => void leave()}>
          {t.leave}
        </Button>
      )}
    </Check>
  );
}
