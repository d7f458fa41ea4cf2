import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Arimo (SIL Open Font License 1.1), drawn as wide as Helvetica; with the letters of every European language and Vietnamese. */
const FILES = {
  plain: import.meta.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
} as const;
type Weight = keyof typeof FILES;

// Read once: a document costs ten times as much with a font that it reads itself.
const read = new Map<Weight, Font>();

/** From here on `doc.font('plain')` and `doc.font('bold')` print the same everywhere: the letters used are in the file (10 KB or so). */
export function embedFonts(doc: PDFKit.PDFDocument): PDFKit.PDFDocument {
  for (const weight of ['plain', 'bold'] as const)
    doc.registerFont(weight, fontOf(weight) as unknown as PDFKit.Mixins.PDFFontSource);
  return doc;
}

function fontOf(weight: Weight): Font {
  const known = read.get(weight);
  if (known) return known;
  const font = create(readFileSync(new URL(FILES[weight])));
  read.set(weight, font);
  return font;
}
