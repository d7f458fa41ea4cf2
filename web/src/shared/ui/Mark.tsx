/** The mark of the product: a card with the ridges of a fingerprint. The icons are drawn alike in web/build/icons.ts. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" width="32" height="32" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill="#2b4283" />
      <g fill="none" stroke="#fdfaf5" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
        <rect x="12" y="17" width="40" height="30" rx="5" />
        <path d="M20 27h8M20 33h6" />
        <path d="M34 40v-5a5 5 0 0 1 10 0v5M39 34v7" />
      </g>
    </svg>
  );
}
