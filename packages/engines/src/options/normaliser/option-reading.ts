/** One place of a text that names options. */
export interface OptionMention {
  /** Codes of the catalogue; several where words are shared, as in "heated and ventilated seats". */
  readonly codes: readonly string[];
  /** True where the text says that the car does not have them. */
  readonly negated: boolean;
  /** As the text writes it. */
  readonly evidence: string;
  readonly start: number;
  readonly end: number;
}

/** What a text says of a car's options. */
export interface OptionReading {
  /** Codes of the options that the car has, each once, in the order of the catalogue. */
  readonly codes: readonly string[];
  /** Codes that the text denies and nowhere affirms. */
  readonly absentCodes: readonly string[];
  /** In the order of the text. */
  readonly mentions: readonly OptionMention[];
}
