import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Field, fieldId } from './Field.tsx';

interface OneFieldFormProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What the button says. */
  readonly action: string;
  /** Said when the field is empty. */
  readonly missing: string;
  readonly busy?: boolean;
  readonly autoCapitalize: 'none' | 'characters';
  readonly maxLength?: number;
  /** Shown as dots: others may be looking on. */
  readonly secret?: boolean;
  /** As it was typed; never blank. */
  readonly onText: (text: string) => void;
}

/** One thing to type or paste, and one button. */
export function OneFieldForm({ action, missing, busy = false, secret, onText, ...field }: OneFieldFormProps) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);

  function send(event: Event): void {
    event.preventDefault();
    const blank = text.trim() === '';
    setMissing(blank);
    if (blank) document.getElementById(fieldId(field.name))?.focus();
    else onText(text);
  }
  return (
    <form class="stack-s" noValidate onSubmit={send}>
      <Field
        {...field}
        error={isMissing ? missing : undefined}
        value={text}
        onValue={setText}
        autoComplete="off"
        {...(secret && { type: 'password' })}
      />
      <div>
        <Button kind="secondary" type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
