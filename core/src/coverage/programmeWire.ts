import * as v from 'valibot';
import { type NoticeCode, noticeTexts, type ProblemCode, problemTexts } from '../report/problems.ts';
import { RegionCode } from '../wilayah/wire.ts';
import { DENOMINATOR_KINDS, INDICATORS } from './model.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const sentence = v.object({ id: v.string(), en: v.string() });

/** The file is the body; here stands what the table may not say itself. */
export const ReportQuery = v.strictObject({
  name: text,
  indicator: v.optional(v.picklist(INDICATORS)),
  asOf: v.optional(v.pipe(v.string(), v.isoDate())),
});
export type ReportQuery = v.InferOutput<typeof ReportQuery>;

/** `digest`: of the file that was looked at, so that no other one is taken. */
export const TakeReportQuery = v.strictObject({ ...ReportQuery.entries, digest: text });
export type TakeReportQuery = v.InferOutput<typeof TakeReportQuery>;

const ReportRowShown = v.object({
  cell: v.string(),
  indicator: v.picklist(INDICATORS),
  region: v.string(),
  regionName: v.string(),
  asOf: v.nullable(v.string()),
  numerator: v.nullable(count),
  denominator: v.nullable(count),
  denominatorKind: v.nullable(v.picklist([...DENOMINATOR_KINDS, 'targetOfRecorded'])),
  percentPublished: v.nullable(v.string()),
  note: v.nullable(v.string()),
});

const remark = <Code extends string>(codes: Record<Code, unknown>) =>
  v.object({
    code: v.picklist(Object.keys(codes) as Code[]),
    cell: v.nullable(v.string()),
    other: v.optional(v.string()),
  });

/** What a file holds, before anything of it is taken. */
export const ReportPreview = v.object({
  digest: v.string(),
  /** This very file was taken before. */
  known: v.boolean(),
  rows: list(ReportRowShown),
  problems: list(remark<ProblemCode>(problemTexts)),
  notices: list(remark<NoticeCode>(noticeTexts)),
  /** What it would contradict, or contradicts within itself. */
  contradictions: list(sentence),
});
export type ReportPreview = v.InferOutput<typeof ReportPreview>;

export const TakenReport = v.object({ id: v.string(), rows: count, contradictions: count });
export type TakenReport = v.InferOutput<typeof TakenReport>;

export const IdParams = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f-]{16,36}$/)) });

export const ReportList = v.object({
  reports: list(
    v.object({
      id: v.string(),
      name: v.string(),
      office: v.string(),
      takenAt: v.string(),
      rows: count,
      digest: v.string(),
    }),
  ),
});
export type ReportList = v.InferOutput<typeof ReportList>;

export const ContradictionList = v.object({
  contradictions: list(
    v.object({
      id: v.string(),
      kind: v.string(),
      region: v.string(),
      regionName: v.string(),
      indicator: v.picklist(INDICATORS),
      asOf: v.nullable(v.string()),
      figures: list(v.string()),
      sentence,
      foundAt: v.string(),
      resolution: v.nullable(v.object({ reason: v.string(), at: v.string(), office: v.string() })),
    }),
  ),
});
export type ContradictionList = v.InferOutput<typeof ContradictionList>;

/** A reason is a sentence, not a tick. */
export const Resolution = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
});
export type Resolution = v.InferOutput<typeof Resolution>;

export const TargetChange = v.strictObject({
  indicator: v.picklist(INDICATORS),
  year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100)),
  region: RegionCode,
  percent: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
});
export type TargetChange = v.InferOutput<typeof TargetChange>;

const target = {
  indicator: v.picklist(INDICATORS),
  year: count,
  region: v.string(),
  regionName: v.string(),
  percent: v.number(),
  setAt: v.string(),
};
export const TargetList = v.object({
  targets: list(v.object({ ...target, earlier: list(v.object({ percent: v.number(), setAt: v.string() })) })),
});
export type TargetList = v.InferOutput<typeof TargetList>;
