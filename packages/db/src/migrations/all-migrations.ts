import { listings } from './0001-listings.ts';
import { insights } from './0002-insights.ts';
import { engineState } from './0003-engine-state.ts';
import { languageModels } from './0004-language-models.ts';
import { people } from './0005-people.ts';
import { rowLevelSecurity } from './0006-row-level-security.ts';
import { money } from './0007-money.ts';
import { vehicleMarks } from './0008-vehicle-marks.ts';
import { costRecords } from './0009-cost-records.ts';
import { llmAudit } from './0010-llm-audit.ts';
import { promptRecords } from './0011-prompt-records.ts';
import { cacheState } from './0012-cache-state.ts';
import { conversations } from './0013-conversations.ts';
import { promptOptimisations } from './0014-prompt-optimisations.ts';
import { insightFeedback } from './0015-insight-feedback.ts';
import { notices } from './0016-notices.ts';
import { llmRateLimits } from './0017-llm-rate-limits.ts';
import { anomalyCauses } from './0018-anomaly-causes.ts';
import { watchedSegments } from './0019-watched-segments.ts';
import { endedOffers } from './0020-ended-offers.ts';
import { predictionParts } from './0022-prediction-parts.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  listings,
  insights,
  engineState,
  languageModels,
  people,
  rowLevelSecurity,
  money,
  vehicleMarks,
  costRecords,
  llmAudit,
  promptRecords,
  cacheState,
  conversations,
  promptOptimisations,
  insightFeedback,
  notices,
  llmRateLimits,
  anomalyCauses,
  watchedSegments,
  endedOffers,
  predictionParts,
];
