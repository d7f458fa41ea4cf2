/** What of fontkit is used here: PDFKit takes a font that was read once into any number of documents. */
declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string;
    layout(text: string): unknown;
  }
  export function create(file: Uint8Array): Font;
}
