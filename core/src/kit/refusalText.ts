/** How a refusal is told: the HTTP status, and what a person reads — what happened, and what to do next. */
export interface RefusalText {
  readonly status: number;
  readonly id: string;
  readonly en: string;
}
