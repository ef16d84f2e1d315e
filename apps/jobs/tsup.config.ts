import { packageBuild } from '../../tools/tsup.ts';

export default packageBuild({
  additionalEntries: {
    'workers/fit-market': 'src/workers/fit-market.ts',
    'workers/option-values': 'src/workers/option-values.ts',
  },
});
