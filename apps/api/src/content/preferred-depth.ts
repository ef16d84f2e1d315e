import { type AnalysisDepth, DEFAULT_PREFERENCES, type PreferenceStore, profileIdOf } from '@pa/engines';

/** How much a reader wants to be told: what the request says, else what the reader prefers, else the default. */
export async function preferredDepth(
  asked: AnalysisDepth | undefined,
  { actor, preferences }: { readonly actor: string; readonly preferences: PreferenceStore },
): Promise<AnalysisDepth> {
  if (asked !== undefined) return asked;
  return ((await preferences.get(profileIdOf(actor))) ?? DEFAULT_PREFERENCES).depth;
}
