import { Piscina } from 'piscina';

/** Names of the files in `workers/`, each entered by path from a thread. */
export type WorkerFile = 'assess-quality' | 'fit-market' | 'option-values';

/** Worker threads of one file. A thread is started when there is work for it and let go of when it is idle. */
export function createWorkerPool(file: WorkerFile, { maxThreads }: { readonly maxThreads: number }): Piscina {
  // The build puts all code into one folder, with the threads' files in a folder of their own.
  const path = import.meta.url.endsWith('.ts') ? `../workers/${file}.ts` : `./workers/${file}.js`;
  return new Piscina({
    filename: new URL(path, import.meta.url).href,
    minThreads: 0,
    maxThreads,
    idleTimeout: 1000,
  });
}
