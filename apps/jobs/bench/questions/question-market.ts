import { createDatabase, createStores, migrate } from '@pa/db';
import { runDaily } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';

export const ASKED_ON = '2026-06-30';

const VIEWS = [
  `create view sales as select id::text as id, title, make, model, generation, trim, model_year, body, transmission, color,
     region, seller_type, condition, option_codes, price_amount::float8 as price, ended_on as day,
     case when mileage_unit = 'km' then mileage / 1.609344 else mileage end as miles
   from listings where status = 'sold' and price_kind = 'sold'`,
  `create view offers as select id::text as id, title, make, model, generation, trim, model_year, body, transmission, color,
     region, seller_type, condition, option_codes, price_amount::float8 as price, listed_on as listed, known_on as day,
     case when mileage_unit = 'km' then mileage / 1.609344 else mileage end as miles
   from listings where status = 'active' and price_kind = 'ask'`,
  `create view anomalies as select id::text as id, listing_id::text as listing_id, anomaly_type, severity, status,
     score, segment from market_anomalies`,
];

/** The fixed synthetic market of the questions, analysed, in an embedded database with the views that the SQL reads. */
export async function openQuestionMarket() {
  const database = await createDatabase({ memory: true });
  await migrate(database);
  const stores = createStores(database);
  const { listings } = generateMarket({ preset: 'demo', seed: 8, endsOn: ASKED_ON, months: 36 });
  for (let start = 0; start < listings.length; start += 1000) {
    await stores.listings.upsert(listings.slice(start, start + 1000));
  }
  const now = () => Date.parse(`${ASKED_ON}T12:00:00Z`);
  await runDaily({ stores, now }, { asOf: ASKED_ON });
  const { pglite } = database;
  if (pglite === null || pglite === undefined) throw new TypeError('the questions are asked of an embedded database');
  for (const view of VIEWS) await pglite.exec(view);
  const predictions = await stores.predictions.list({ asOf: ASKED_ON, limit: 1_000_000 });
  await pglite.exec(
    'create table predictions (segment text, horizon text, predicted_price_avg float8, lower80 float8, upper80 float8)',
  );
  for (const { prediction } of predictions) {
    const eighty = prediction.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
    await pglite.query('insert into predictions values ($1, $2, $3, $4, $5)', [
      prediction.segment,
      prediction.horizon,
      prediction.predictedPrice,
      eighty?.lower ?? null,
      eighty?.upper ?? null,
    ]);
  }
  return {
    database,
    stores,
    now,
    query: async (sql: string) => (await pglite.query<readonly unknown[]>(sql, [], { rowMode: 'array' })).rows,
  };
}
