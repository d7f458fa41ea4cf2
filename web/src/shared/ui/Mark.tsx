/** The mark of the product: a card with the ridges of a fingerprint. The icons are drawn alike in web/build/icons.ts. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" width="36" height="36" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill="#2b4283" />
      <g fill="none" stroke="#fdfaf5" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">
        <rect x="11" y="17" width="42" height="30" rx="5" />
        <path d="M32 40v-5.5a7 7 0 0 1 14 0V40M39 34.5V40M18 28h7M18 35h5" />
      </g>
    </svg>
  );
}
