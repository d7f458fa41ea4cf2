import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../shared/api.ts';
import { Button } from '../shared/ui/Button.tsx';
import { Form } from '../shared/ui/Form.tsx';
import { NikField } from '../shared/ui/NikField.tsx';

/** Somebody looked for by NIK: what was typed, and how it goes. */
export interface NikSearch {
  readonly nik: string;
  readonly setNik: (nik: string) => void;
  /** What was typed is no NIK. */
  readonly isWrong: boolean;
  readonly busy: boolean;
  readonly refusal: ApiRefusal | undefined;
  readonly ask: () => Promise<void>;
}

/** `find` is asked for a NIK that can be one; nothing is asked twice at once. */
export function useNikSearch(find: (nik: string) => Promise<ApiRefusal | undefined>): NikSearch {
  const [nik, setNik] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function ask(): Promise<void> {
    const digits = digitsOf(nik);
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    if (!good || busy) return;
    setBusy(true);
    setRefusal(await find(digits));
    setBusy(false);
  }
  return { nik, setNik, isWrong, busy, refusal, ask };
}

interface FindByNikProps {
  readonly search: NikSearch;
  /** Another where a page asks for more than one. */
  readonly name?: string;
  readonly label: string;
  readonly hint: string;
  readonly wrong: string;
  readonly action: string;
  readonly kind?: 'secondary';
  /** What came of it. */
  readonly children?: ComponentChildren;
}

/** One line for a NIK, and the button that looks for it. */
export function FindByNik({
  search,
  name = 'nik',
  label,
  hint,
  wrong,
  action,
  kind,
  children,
}: FindByNikProps) {
  const { nik, setNik, isWrong, busy, ask } = search;
  return (
    <Form errors={isWrong ? [{ field: name, text: wrong }] : []} onSubmit={() => void ask()}>
      <NikField
        name={name}
        label={label}
        hint={hint}
        error={isWrong ? wrong : undefined}
        value={nik}
        onValue={setNik}
      />
      <div>
        <Button type="submit" busy={busy} {...(kind && { kind })}>
          {action}
        </Button>
      </div>
      {children}
    </Form>
  );
}
