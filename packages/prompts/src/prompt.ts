/** How hard a model thinks before it answers, where it lets itself be told. */
export type ReasoningEffort = 'none' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** One version that a composed prompt takes text from. It is pinned: what it says can never change under the prompt. */
export interface PromptInclude {
  readonly type: string;
  readonly version: number;
  /** Hash of the version's content. */
  readonly contentHash: string;
}

/** The texts as they were written, with `{{include:type@version}}` where other prompts were taken in. */
export interface PromptComposition {
  readonly systemPrompt: string;
  readonly userPromptTemplate: string;
  /** Every version taken in, also by what was taken in; each once, by type and version. */
  readonly includes: readonly PromptInclude[];
}

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
  /** Left out where the model takes none. */
  readonly effort?: ReasoningEffort;
  /** Present where the texts above were put together from other prompts. They hold the whole text all the same. */
  readonly composition?: PromptComposition;
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

/** One try to let a label name a version. */
export interface PromptDeployment {
  readonly id: string;
  readonly type: string;
  /** `production` unless the caller names another. A label is never a version, also where it is made of digits. */
  readonly label: string;
  readonly promptId: string;
  /** What the label named before, `null` for the first deployment. */
  readonly previousPromptId: string | null;
  readonly deployedBy: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly deployedAt: number;
}

/** A deployment as the history keeps it. */
export interface PromptDeploymentAttempt extends PromptDeployment {
  /** `refused` where the label named something else by then: nothing was deployed, and the try is kept. */
  readonly outcome: 'deployed' | 'refused';
}
