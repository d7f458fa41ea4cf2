import './button.css';
import type { ComponentChildren } from 'preact';
import { Spinner } from './Busy.tsx';

interface ButtonProps {
  /** One primary button on a page; the others are quieter. */
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  /** Work is under way: the button keeps its place and its name, and a second press does nothing. */
  busy?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  /** With an address the button is a link that looks like one. */
  href?: string;
  children: ComponentChildren;
}

export function Button({
  kind = 'primary',
  type = 'button',
  busy,
  disabled,
  onClick,
  href,
  children,
}: ButtonProps) {
  const look = `button button-${kind}`;
  if (href !== undefined) {
    return (
      <a class={look} href={href}>
        {children}
      </a>
    );
  }
  const idle = !busy && !disabled;
  function press(event: Event): void {
    if (!idle) event.preventDefault();
    else onClick?.();
  }
  // aria-disabled and not disabled: the focus stays where the person left it.
  return (
    <button type={type} class={look} aria-disabled={!idle} aria-busy={busy} onClick={press}>
      {busy && <Spinner />}
      {children}
    </button>
  );
}
