import * as v from 'valibot';
import { IKD_CLAIMS, type IkdClaim } from '../issuance/ikdClaims.ts';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import { CLIENT_ID_PREFIXES } from '../openid4vp/requestObject.ts';
import { COUNTER_QUESTIONS, type CounterQuestion } from './ikdQuery.ts';
import { FLOWS, REQUEST_STATES, UNGUESSABLE } from './model.ts';

const MAX_ADDRESS = 500;
const key = v.pipe(v.string(), v.regex(UNGUESSABLE));
const instant = v.pipe(v.string(), v.isoTimestamp());
const address = v.pipe(v.string(), v.url(), v.maxLength(MAX_ADDRESS));
const json = v.record(v.string(), v.unknown());

/** A sentence that the resident agrees to with the key of the credential. */
const Statement = v.strictObject({
  statement: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500), v.regex(PLAIN_LINE)),
  reference: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(64), v.regex(PLAIN_LINE))),
  /** Credential Queries one of which signs; the first dc+sd-jwt query unless told otherwise. */
  credentialIds: v.optional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(16))),
});

/** Asks for a presentation: either attributes of an IKD, or any DCQL query. */
export const AskRequest = v.pipe(
  v.strictObject({
    /** One of the agreement's purposes. */
    purpose: v.pipe(v.string(), v.maxLength(100)),
    attributes: v.optional(
      v.pipe(v.array(v.picklist(Object.keys(IKD_CLAIMS) as IkdClaim[])), v.minLength(1)),
    ),
    dcql: v.optional(json),
    flow: v.optional(v.picklist(FLOWS), 'cross-device'),
    /** Same-device: where the wallet sends the resident afterwards; one of the client's redirect URIs. */
    returnTo: v.optional(address),
    responseMode: v.optional(v.picklist(['direct_post', 'direct_post.jwt']), 'direct_post.jwt'),
    clientIdPrefix: v.optional(v.picklist(CLIENT_ID_PREFIXES), 'x509_hash'),
    statements: v.optional(v.pipe(v.array(Statement), v.minLength(1), v.maxLength(8))),
    /** Of the page of yours that will ask through the Digital Credentials API. */
    origin: v.optional(v.pipe(v.string(), v.maxLength(MAX_ADDRESS), v.regex(/^https?:\/\/[^/?#@]+$/))),
  }),
  v.check(
    ({ attributes, dcql }) => (attributes === undefined) !== (dcql === undefined),
    'attributes or dcql',
  ),
);
export type AskRequest = v.InferOutput<typeof AskRequest>;

/** For `navigator.credentials.get({ digital: { requests: [ … ] } })` (OpenID4VP 1.0 appendix A). */
const BrowserRequest = v.object({
  protocol: v.literal('openid4vp-v1-signed'),
  data: v.object({ request: v.string() }),
});

export const AskReply = v.object({
  id: v.string(),
  /** `openid4vp://…`: to be shown as a QR code, or opened on the same device. */
  link: v.string(),
  /** The same for our own wallet as a web page. */
  walletLink: v.string(),
  /** A page of ours that shows both and waits. */
  page: v.string(),
  expiresAt: instant,
  browserRequest: v.optional(BrowserRequest),
});
export type AskReply = v.InferOutput<typeof AskReply>;

export const RequestParams = v.strictObject({ id: key });
export type RequestParams = v.InferOutput<typeof RequestParams>;

/** In the same-device flow: what the wallet's redirect brought. */
export const OutcomeQuery = v.object({ response_code: v.optional(v.string()) });

const Credential = v.object({ format: v.string(), type: v.string(), issuer: v.string(), claims: json });

/** Where a request stands; the values for a short time after it was verified, by the id of the Credential Query. */
export const OutcomeReply = v.object({
  id: v.string(),
  state: v.picklist(REQUEST_STATES),
  /** Why it was refused (`sdjwt/revoked`, …), or what the wallet answered instead (`access_denied`, …). */
  error: v.optional(v.string()),
  credentials: v.optional(v.record(v.string(), v.array(Credential))),
  /** When the values are deleted. */
  valuesUntil: v.optional(instant),
});
export type OutcomeReply = v.InferOutput<typeof OutcomeReply>;

/** What a browser's wallet answered: the `data` of the DigitalCredential. */
export const BrowserResponse = v.record(v.string(), v.unknown());
export type BrowserResponse = v.InferOutput<typeof BrowserResponse>;

/** What the hosted page shows to whoever has its address: no value of anybody. */
export const PageReply = v.object({
  institution: v.string(),
  purpose: v.string(),
  attributes: v.array(v.string()),
  state: v.picklist(REQUEST_STATES),
  flow: v.picklist(FLOWS),
  expiresAt: instant,
  link: v.string(),
  walletLink: v.string(),
});
export type PageReply = v.InferOutput<typeof PageReply>;

export const BrowserRequestReply = BrowserRequest;
export type BrowserRequestReply = v.InferOutput<typeof BrowserRequestReply>;

export const CounterRequest = v.strictObject({
  question: v.picklist(Object.keys(COUNTER_QUESTIONS) as CounterQuestion[]),
});
export type CounterRequest = v.InferOutput<typeof CounterRequest>;

/** `session` reads the answer and stays in the page's memory; `page` is what may be shown around. */
export const CounterReply = v.object({ session: v.string(), page: v.string() });
export type CounterReply = v.InferOutput<typeof CounterReply>;
