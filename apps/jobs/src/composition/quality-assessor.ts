import type { QualityAssessor } from '@pa/engines';
import { createWorkerPool } from './worker-pool.ts';

/** An assessor that computes in a worker thread, so that the process goes on answering. `close` ends the thread. */
export interface ThreadedQualityAssessor {
  readonly assessQuality: QualityAssessor;
  close(): Promise<void>;
}

/** Makes the assessor; the thread is started at the first assessment and let go of when it is idle. */
export function createQualityAssessor(): ThreadedQualityAssessor {
  const pool = createWorkerPool('assess-quality', { maxThreads: 1 });
  return {
    assessQuality: (request) => pool.run(request, { name: 'assessQuality' }) as ReturnType<QualityAssessor>,
    close: () => pool.destroy(),
  };
}
