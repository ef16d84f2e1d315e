import { NO_SIGN_IN } from '@pa/api';
import { type AnalysisDepth, DEFAULT_PREFERENCES, type PreferenceStore, profileIdOf } from '@pa/engines';

/** What the page without a sign-in prefers: whoever runs the command line has no other profile. */
export async function preferredDepth(preferences: PreferenceStore): Promise<AnalysisDepth> {
  return ((await preferences.get(profileIdOf(NO_SIGN_IN))) ?? DEFAULT_PREFERENCES).depth;
}
