/** Counts tokens as the model does that a prompt is for, and says what they cost. */
export interface TokenCounter {
  /** `null` where the model's tokens cannot be counted. */
  countTokens(
    text: string,
    model: { readonly modelProvider: string; readonly modelName: string },
  ): Promise<number | null>;
  /** What so many tokens of input cost, in integer nano-dollars; `null` where the model has no price. */
  inputCostNanoUsd(
    tokens: number,
    model: { readonly modelProvider: string; readonly modelName: string },
  ): bigint | null;
}
