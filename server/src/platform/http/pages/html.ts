/** Text that is already safe to stand in a page. */
export interface Html {
  readonly html: string;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, unless they are `Html` themselves; lists are joined, nothing is left out. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  return {
    html: parts.map((part, i) => part + (i < values.length ? inserted(values[i]!) : '')).join(''),
  };
}

export const nothing: Html = { html: '' };

function inserted(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}
