/** What an institution writes for one kind of card; everything else is the kit's. */
export interface CardType {
  /** Short, for addresses and folders: `vaksin`. */
  readonly id: string;
  /** As residents read it in the wallet. */
  readonly institution: string;
  readonly name: { readonly id: string; readonly en: string };
  /** Names the type once for all institutions that issue it. */
  readonly vct: string;
  readonly colour: string;
  readonly claims: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
  readonly validDays: number;
  /**
   * What the card says of the person who signed in with the IKD; undefined when the institution has nothing about them.
   * This is where a real institution asks its own system.
   */
  readonly claimsOf: (person: Person) => Readonly<Record<string, string>> | undefined;
}

/** Who stands there, as the IKD says it. */
export interface Person {
  readonly name: string;
  /** ISO date. */
  readonly born: string;
}
