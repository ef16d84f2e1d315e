/** What a vendor charges for how and where a call was served, in hundredths of the list price. */
export interface VendorRules {
  /** By service tier as served. A tier that is not listed has no known price. */
  readonly tierHundredths: Readonly<Record<string, bigint>>;
  /** Where the vendor was bound to a region. */
  readonly regionHundredths: bigint;
  /** Where the rules were read. */
  readonly source: string;
}

/**
 * `default`, `standard` and `auto` are names of the list price. Anthropic's priority tier is paid for by a commitment: its
 * tokens count at the list price. Anthropic's fast mode has its own price on the models that offer it, as a row of theirs.
 */
const RULES: Readonly<Record<string, VendorRules>> = {
  openai: {
    tierHundredths: {
      default: 100n,
      standard: 100n,
      auto: 100n,
      scale: 100n,
      batch: 50n,
      flex: 50n,
      priority: 200n,
      fast: 200n,
    },
    regionHundredths: 110n,
    source: 'https://developers.openai.com/api/docs/pricing, November 2026',
  },
  anthropic: {
    tierHundredths: { standard: 100n, priority: 100n, batch: 50n },
    regionHundredths: 110n,
    source: 'https://platform.claude.com/docs/en/about-claude/pricing, November 2026',
  },
};

const LIST_PRICE_ONLY: VendorRules = {
  tierHundredths: { default: 100n, standard: 100n, auto: 100n },
  regionHundredths: 100n,
  source: 'no rules are known',
};

/** The rules of a vendor; where none are known, the list price and nothing else. */
export function vendorRules(provider: string): VendorRules {
  return RULES[provider] ?? LIST_PRICE_ONLY;
}
