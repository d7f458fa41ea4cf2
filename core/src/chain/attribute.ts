/** The value of an attribute in an RFC 4514 name, with its escapes undone. */
export function attributeOf(subject: string, type: 'O' | 'CN' | 'L'): string | undefined {
  const found = new RegExp(`(?:^|[,+]\\s*)${type}=((?:\\\\.|[^,+\\\\])+)`).exec(subject)?.[1];
  return found?.replace(/\\(.)/g, '$1').trim();
}
