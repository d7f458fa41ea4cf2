import { type Comparison, compareTemplates } from '@jatidiri/core/face/compare.ts';
import { measurePhotograph, type PhotographMeasures } from '@jatidiri/core/face/measurePhotograph.ts';
import { type FaceTemplate, faceTemplate, type Pixels } from '@jatidiri/core/face/model.ts';
import type { FaceRefusalCode } from '@jatidiri/core/face/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { SeenFace } from './faceThread.ts';
import { readPicture } from './readPicture.ts';
import { threadPool } from './threadPool.ts';

export interface FacesConfig {
  /** How many pictures are examined at the same time; each thread takes about 450 MB once it has started. */
  readonly faceThreads: number;
}

export interface Description {
  readonly template: FaceTemplate;
  /** What `faultsOf` of core/src/face/photographRules.ts judges a photograph for a document by. */
  readonly quality: PhotographMeasures;
}

type Examined<T> = Result<T, Refusal<FaceRefusalCode>>;

/** Reads faces in photographs. It advises: nothing follows from a comparison until a person has said so. */
export interface Faces {
  /** The one face of a photograph. */
  describe(image: Uint8Array): Promise<Examined<Description>>;
  /** Whether two photographs show one person; a refusal says which. */
  compare(one: Uint8Array, other: Uint8Array): Promise<Examined<Comparison>>;
  close(): Promise<void>;
}

const WAITING_PER_THREAD = 16;
/** Starting a thread on a loaded machine comes on top of the 0.1 s that a picture takes. */
const LONGEST_MS = 30_000;
/** A face in the background, or on a picture on the wall, is no second person. */
const SECOND_PERSON_FROM = 0.5;

/** Nothing starts here: the model is loaded with the first picture. */
export function startFaces({ faceThreads }: FacesConfig): Faces {
  const threads = threadPool<Pixels, SeenFace[]>({
    script: new URL('./faceThread.ts', import.meta.url),
    threads: faceThreads,
    queue: faceThreads * WAITING_PER_THREAD,
    longestMs: LONGEST_MS,
  });

  /** The one face of a photograph, and the picture in which the model saw it. */
  async function see(image: Uint8Array): Promise<Examined<{ face: SeenFace; picture: Pixels }>> {
    const picture = await readPicture(image);
    if (!picture.ok) return picture;
    const seen = threads.ask(picture.value);
    if (!seen) return refuse({ code: 'face/busy' });
    const face = onlyFace(await seen);
    return face.ok ? ok({ face: face.value, picture: picture.value }) : face;
  }

  return {
    async describe(image) {
      const seen = await see(image);
      if (!seen.ok) return seen;
      const { face, picture } = seen.value;
      return ok({ template: faceTemplate(face.template), quality: measurePhotograph(picture, face) });
    },
    async compare(one, other) {
      const [first, second] = await Promise.all([see(one), see(other)]);
      if (!first.ok) return refuse({ ...first.refusal, field: 'one' });
      if (!second.ok) return refuse({ ...second.refusal, field: 'other' });
      const [template, otherTemplate] = [first.value, second.value].map(({ face }) =>
        faceTemplate(face.template),
      );
      return ok(compareTemplates(template!, otherTemplate!));
    },
    close: threads.close,
  };
}

function onlyFace(seen: readonly SeenFace[]): Examined<SeenFace> {
  const [largest, second] = seen.toSorted((one, other) => other.box.height - one.box.height);
  if (!largest) return refuse({ code: 'face/none' });
  if (second && second.box.height >= largest.box.height * SECOND_PERSON_FROM)
    return refuse({ code: 'face/several' });
  return ok(largest);
}
