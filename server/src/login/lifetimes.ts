const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How long a resident has to answer. */
export const QUESTION_SECONDS = 5 * MINUTE;

/** Seconds. A code lives for a minute at most (FAPI 2.0 Security Profile section 5.3.2.1). */
export const LIFETIMES = {
  AccessToken: 10 * MINUTE,
  AuthorizationCode: MINUTE,
  ClientCredentials: 10 * MINUTE,
  DeviceCode: 2 * QUESTION_SECONDS,
  Grant: 30 * DAY,
  IdToken: 10 * MINUTE,
  Interaction: 2 * QUESTION_SECONDS,
  RefreshToken: 30 * DAY,
  Session: DAY / 2,
} as const;
