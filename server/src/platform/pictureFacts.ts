import type { Metadata, Sharp } from 'sharp';

/** What a camera writes; nothing that runs, links or draws, as SVG does. */
const FORMATS: readonly string[] = ['jpeg', 'png', 'webp'];

/** What the head of a picture says, before anything is decoded; undefined for whatever no camera writes. */
export async function pictureFacts(picture: Sharp): Promise<Metadata | undefined> {
  const facts = await picture.metadata().catch(() => undefined);
  return facts && FORMATS.includes(facts.format) ? facts : undefined;
}
