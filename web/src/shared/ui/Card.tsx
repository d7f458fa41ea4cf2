import './card.css';
import type { ComponentChildren } from 'preact';

/** A quiet box for what belongs together. */
export function Card({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="card">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** A whole card that leads somewhere. */
export function LinkCard({
  href,
  title,
  children,
}: {
  href: string;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <div class="card card-link">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p class="soft">{children}</p>
      <span class="card-arrow" aria-hidden="true">
        →
      </span>
    </div>
  );
}
