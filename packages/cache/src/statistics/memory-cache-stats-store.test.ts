import { describeCacheStatsStore } from '../contract-suites/describe-cache-stats-store.ts';
import { memoryCacheStatsStore } from './memory-cache-stats-store.ts';

describeCacheStatsStore({ name: 'memory', createStore: memoryCacheStatsStore });
