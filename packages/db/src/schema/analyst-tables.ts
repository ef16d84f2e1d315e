/** Turns of conversations with the market analyst. */
export interface AnalystTurnsTable {
  readonly owner: string;
  readonly conversation_id: string;
  readonly position: number;
  readonly question: string;
  readonly answer: string;
  readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> } | null;
  readonly cost_nano_usd: bigint;
  readonly asked_at: Date;
}
