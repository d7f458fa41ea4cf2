/** A tag or a text of an XML document, in their order. */
export type Token =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The XML that spreadsheets are made of. Names lose their prefix; comments, instructions and document types are
 * passed over, so that no entity beyond XML's own five exists.
 */
export function* tokensOf(xml: string): Generator<Token> {
  for (const [, closing, name, attributes, empty, cdata, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) yield { kind: 'text', text: unescaped(text) };
    else if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else {
      const local = name!.slice(name!.indexOf(':') + 1);
      if (closing) yield { kind: 'close', name: local };
      else {
        yield { kind: 'open', name: local, attributes: attributesIn(attributes!) };
        if (empty) yield { kind: 'close', name: local };
      }
    }
  }
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE))
    attributes[name!] = unescaped(double ?? single ?? '');
  return attributes;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
  });
}
