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
  /** The claim by which the institution names a card when it withdraws it. */
  readonly numberIn: string;
  readonly validDays: number;
  /** Only where the register goes by the NIK: the agreement must have it, and the person agree to it. */
  readonly asksNik?: true;
  /**
   * What the card says of the person who signed in with the IKD; undefined when the institution has nothing about them.
   * This is where a real institution asks its own system.
   */
  readonly claimsOf: (person: Person) => Claims | undefined | Promise<Claims | undefined>;
}
export type Claims = Readonly<Record<string, string>>;

/** Who stands there, as the IKD says it. */
export interface Person {
  /** The same at each sign-in, of no use elsewhere: the key of a person whom the register has seen before. */
  readonly subject: string;
  readonly name: string;
  /** ISO date. */
  readonly born: string;
  /** Where the card asks for it and the person agreed. */
  readonly nik?: string | undefined;
}
