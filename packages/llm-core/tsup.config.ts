import { packageBuild } from '../../tools/tsup.ts';

// The loopback server is started by path, as a process of its own.
export default packageBuild({ additionalEntries: { 'testing/loopback-child': './src/testing/loopback-child.ts' } });
