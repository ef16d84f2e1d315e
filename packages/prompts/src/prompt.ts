/** What makes a prompt what it is. Everything here goes into its content hash. */
export interface PromptContent {
  readonly systemPrompt: string;
  /** Text with `{{name}}` for trusted values and `{{data:name}}` for untrusted ones, which are fenced. */
  readonly userPromptTemplate: string;
  readonly modelProvider: string;
  readonly modelName: string;
  /** Left out where the model takes none. */
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
}

/** A prompt as somebody writes it. */
export interface PromptDraft extends PromptContent {
  /** What it is for, such as `market_summary`. Versions are counted within a type. */
  readonly type: string;
  readonly description: string;
  readonly createdBy: string;
}

/** A version that never changes. */
export interface LLMPrompt extends PromptDraft {
  readonly id: string;
  /** 1, 2, 3, ... within the type. */
  readonly version: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly contentHash: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** One entry of the append-only history of a label. */
export interface PromptDeployment {
  readonly id: string;
  readonly type: string;
  /** `production` unless the caller names another. */
  readonly label: string;
  readonly promptId: string;
  /** What the label named before, `null` for the first deployment. */
  readonly previousPromptId: string | null;
  readonly deployedBy: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly deployedAt: number;
}
