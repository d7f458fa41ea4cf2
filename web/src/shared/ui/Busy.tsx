import './busy.css';
import { words } from '../words.ts';

export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}

/** Something takes a while: what, in words, for eyes and for screen readers. */
export function Busy({ label }: { label?: string }) {
  return (
    <p class="busy" role="status">
      <Spinner />
      <span>{label ?? words().wait}</span>
    </p>
  );
}
