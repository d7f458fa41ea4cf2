const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** For how long a resident may let an institution read again without asking. */
export const STANDING_DAYS = 30;

/** How long a resident has to answer. */
export const QUESTION_SECONDS = 5 * MINUTE;

/** Seconds. A code lives for a minute at most (FAPI 2.0 Security Profile section 5.3.2.1). */
export const LIFETIMES = {
  AccessToken: 10 * MINUTE,
  AuthorizationCode: MINUTE,
  ClientCredentials: 10 * MINUTE,
  DeviceCode: 2 * QUESTION_SECONDS,
  Grant: STANDING_DAYS * DAY,
  IdToken: 10 * MINUTE,
  Interaction: 2 * QUESTION_SECONDS,
  RefreshToken: STANDING_DAYS * DAY,
  Session: DAY / 2,
} as const;
