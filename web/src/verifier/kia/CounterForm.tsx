import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { texts } from './texts.ts';

/** The code that the office gave this partner, as it is read from a sheet. */
export function CounterForm({ onCode }: { onCode: (code: string) => void }) {
  const t = texts();
  const [entered, setEntered] = useState('');
  const [wrong, setWrong] = useState(false);

  function send(): void {
    const code = entered.toUpperCase().replaceAll(/[\s-]/g, '');
    const good = /^[A-Z2-7]{26}$/.test(code);
    setWrong(!good);
    if (good) onCode(code);
  }
  return (
    <Form errors={wrong ? [{ field: 'counter', text: t.codeWrong }] : []} onSubmit={send}>
      <Field
        name="counter"
        label={t.code}
        hint={t.codeHint}
        error={wrong ? t.codeWrong : undefined}
        value={entered}
        onValue={setEntered}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        digits
      />
      <div>
        <Button type="submit">{t.open}</Button>
      </div>
    </Form>
  );
}
