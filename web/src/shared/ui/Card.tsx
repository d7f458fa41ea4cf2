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

/** A whole card that leads somewhere; `below` a heading of its own where it stands in a group. */
export function LinkCard({
  href,
  title,
  below,
  children,
}: {
  href: string;
  title: string;
  below?: 'h2';
  children: ComponentChildren;
}) {
  const Heading = below ? 'h3' : 'h2';
  return (
    <div class="card card-link">
      <Heading>
        <a href={href}>{title}</a>
      </Heading>
      <p class="soft">{children}</p>
      <span class="card-arrow" aria-hidden="true">
        →
      </span>
    </div>
  );
}

interface LinkCardGroup {
  /** Of the element: what the heading is known by. */
  id: string;
  title: string;
  links: readonly { href: string; title: string; hint: string }[];
}

/** Cards that belong together, under a heading, side by side where there is room. */
export function LinkCards({ id, title, links }: LinkCardGroup) {
  return (
    <nav class="stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="card-links">
        {links.map(({ href, title, hint }) => (
          <li key={href}>
            <LinkCard href={href} title={title} below="h2">
              {hint}
            </LinkCard>
          </li>
        ))}
      </ul>
    </nav>
  );
}
