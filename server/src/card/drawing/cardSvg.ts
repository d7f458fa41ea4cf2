import { BLEED, type CardSide, ID1, type Mark } from '@jatidiri/core/card/side.ts';
import { fitText } from './fitText.ts';

const BASELINE = 0.85;

/** The same side as a picture for a screen, cut, with round corners. */
export function cardSvg(side: CardSide): string {
  const { width, height } = ID1;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 10}" height="${height * 10}" viewBox="0 0 ${width} ${height}">` +
    `<clipPath id="cut"><rect width="${width}" height="${height}" rx="${BLEED}"/></clipPath>` +
    `<g clip-path="url(#cut)">${side.map(draw).join('')}</g></svg>`
  );
}

function draw(mark: Mark): string {
  const { x, y, width, height } = mark;
  switch (mark.kind) {
    case 'box':
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${mark.fill}"/>`;
    case 'text': {
      const text = mark.text.reveal();
      const fitted = fitText(text, mark);
      const left = mark.align === 'center' ? x + (width - fitted.width) / 2 : x;
      // The screen's font may be another: the length is that of the printed one.
      return (
        `<text x="${left}" y="${y + BASELINE * mark.size}" font-family="Arimo, Helvetica, Arial, sans-serif" font-size="${fitted.size}" ` +
        `font-weight="${mark.bold ? 700 : 400}" fill="${mark.colour ?? '#000'}" textLength="${fitted.width}" ` +
        `lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeXml(text)}</text>`
      );
    }
    case 'picture':
      return (
        `<svg x="${x}" y="${y}" width="${width}" height="${height}"><image width="100%" height="100%" ` +
        `preserveAspectRatio="xMidYMid slice" href="data:${mark.mediaType};base64,${Buffer.from(mark.image.reveal()).toString('base64')}"/></svg>`
      );
    case 'path':
      return (
        `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${mark.frame.width} ${mark.frame.height}">` +
        `<path d="${mark.path.reveal()}" fill="none" stroke="${mark.stroke}" stroke-width="${(0.25 * mark.frame.height) / height}" ` +
        `stroke-linecap="round" stroke-linejoin="round"/></svg>`
      );
  }
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
