import './form.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from './ErrorSummary.tsx';

interface FormProps {
  /** A new list after each try; empty when nothing is wrong. */
  errors: readonly FormError[];
  onSubmit: () => void;
  children: ComponentChildren;
}

/** Fields and the button that sends them. What is wrong stands at the top, and the focus goes there after each try. */
export function Form({ errors, onSubmit, children }: FormProps) {
  const awaiting = useRef(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    // Only the answer to a try moves the focus: errors that vanish while the person types do not.
    if (!awaiting.current || errors.length === 0) return;
    awaiting.current = false;
    setTries((count) => count + 1);
  }, [errors]);

  function submit(event: Event): void {
    event.preventDefault();
    awaiting.current = true;
    onSubmit();
  }
  // noValidate: the browser's own bubbles vanish, are small, and speak its language instead of ours.
  return (
    <form
      class="form"
      noValidate
      onSubmit={submit}
      onInput={() => {
        awaiting.current = false;
      }}
    >
      <ErrorSummary errors={errors} tries={tries} />
      {children}
    </form>
  );
}
