import './notice.css';
import type { ComponentChildren } from 'preact';
import { words } from '../words.ts';

export type Tone = 'info' | 'warning' | 'success' | 'refusal';

interface NoticeProps {
  tone?: Tone;
  title?: string;
  /** It appears after something that the person did: a screen reader says it at once. */
  live?: boolean;
  children?: ComponentChildren;
}

/** A message that must not be overlooked. The tone has a sign and a word, not only a colour. */
export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  const role = live ? (tone === 'refusal' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <ToneIcon tone={tone} />
      <div class="notice-body">
        <span class="unseen">{words().tones[tone]}: </span>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  );
}

const SIGNS: Record<Tone, string> = {
  info: 'M12 11v6M12 7v.5',
  warning: 'M12 10v5M12 17.5v.5',
  success: 'M7 12.5l3.5 3.5 6.5-7.5',
  refusal: 'M8 8l8 8M16 8l-8 8',
};

export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <svg class="notice-icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
      {tone === 'warning' ? (
        <path class="notice-shape" d="M12 2.5 22.5 21h-21z" stroke-linejoin="round" />
      ) : (
        <circle class="notice-shape" cx="12" cy="12" r="10" />
      )}
      <path class="notice-sign" d={SIGNS[tone]} />
    </svg>
  );
}
