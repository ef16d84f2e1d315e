import { type Migration, runStatements } from './migration.ts';

/** Why a listing stands out, and how likely a look confirms it. Findings from before get what their type and severity say. */
export const anomalyCauses: Migration = {
  name: '0018_anomaly_causes',
  async up(trx) {
    await runStatements(trx, [
      `alter table market_anomalies
        add column cause text collate "C",
        add column confirmation_probability double precision
          check (confirmation_probability between 0 and 1)`,
      `update market_anomalies set
        cause = case anomaly_type when 'undervalued' then 'bargain' when 'overvalued' then 'overpriced'
          when 'unusual_options' then 'rare_car' else 'bad_row' end,
        confirmation_probability = case severity when 'critical' then 0.9 when 'high' then 0.4
          when 'medium' then 0.2 else 0.1 end`,
      `alter table market_anomalies
        alter column cause set not null,
        alter column confirmation_probability set not null`,
    ]);
  },
};
