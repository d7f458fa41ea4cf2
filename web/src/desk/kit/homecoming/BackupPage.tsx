import { useState } from 'preact/hooks';
import { FileButton } from '../../../shared/camera/FileButton.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { type Backup, readBackup } from '../entries/backup.ts';
import { KitPage } from '../KitPage.tsx';
import { SignedIn } from '../SignedIn.tsx';
import { SendCopiesForm } from './SendCopiesForm.tsx';
import { texts } from './texts.ts';

/** A kit that broke: its backup comes home from any desk. */
export function BackupPage() {
  return <SignedIn>{() => <ReadBackup />}</SignedIn>;
}

function ReadBackup() {
  const [backup, setBackup] = useState<Backup>();
  const [bad, setBad] = useState(false);
  const [sent, setSent] = useState(false);
  const t = texts();
  async function take(file: File): Promise<void> {
    const read = await readBackup(file);
    setBackup(read);
    setBad(!read);
    setSent(false);
  }
  return (
    <KitPage title={t.backupTitle}>
      <p>{t.backupLead}</p>
      {bad && <Notice tone="refusal" title={t.backupBad} live />}
      <FileButton label={t.backupChoose} accept=".ikdkit,text/plain" onFile={(file) => void take(file)} />
      {backup && (
        <SendCopiesForm
          key={backup.jwes[0]}
          backup={backup}
          action={t.sendCopies}
          onDone={() => setSent(true)}
        />
      )}
      {sent && (
        <p>
          <a href="/kit">{t.whatCame}</a>
        </p>
      )}
    </KitPage>
  );
}
