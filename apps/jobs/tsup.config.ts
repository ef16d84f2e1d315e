import { packageBuild } from '../../tools/tsup.ts';

export default packageBuild({
  additionalEntries: {
    'workers/assess-quality': 'src/workers/assess-quality.ts',
    'workers/fit-market': 'src/workers/fit-market.ts',
    'workers/option-values': 'src/workers/option-values.ts',
  },
});
