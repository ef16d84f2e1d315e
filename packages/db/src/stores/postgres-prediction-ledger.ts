import type { PredictionLedger, PredictionOutcome } from '@pa/engines';
import { EarlySettlementError, UnknownPredictionError } from '@pa/engines/errors';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import {
  OUTCOME_COLUMNS,
  type OutcomeRow,
  PREDICTION_COLUMNS,
  type PredictionRow,
  toLedgerEntry,
  toPrediction,
  toPredictionRow,
} from './prediction-row.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

const PREDICTION_LIST = columnList(PREDICTION_COLUMNS);
const ENTRY_LIST = columnList({ ...PREDICTION_COLUMNS, ...OUTCOME_COLUMNS });
const SETTLEMENT_COLUMNS: ColumnTypes<OutcomeRow & { readonly id: string }> = { id: 'uuid', ...OUTCOME_COLUMNS };

/** Keeps predictions in the database for ever and scores each of them once. */
export function postgresPredictionLedger(kysely: Kysely<Database>): PredictionLedger {
  return {
    async record(predictions) {
      const rows = firstOfEach(predictions, (prediction) => prediction.id)
        .map(toPredictionRow)
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into price_predictions (${PREDICTION_LIST}) select * from ${recordset(rows, PREDICTION_COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async byId(id) {
      if (!isUuid(id)) return null;
      const { rows } = await sql<PredictionRow & OutcomeRow>`
        select ${ENTRY_LIST} from price_predictions where id = ${id}`.execute(kysely);
      return rows[0] === undefined ? null : toLedgerEntry(rows[0]);
    },
    async list({ market, segment, horizon, asOf, settled, limit = 100 }) {
      const { rows } = await sql<PredictionRow & OutcomeRow>`
        select ${ENTRY_LIST} from price_predictions where true
          ${market === undefined ? sql`` : sql`and price_kind || '/' || currency = ${market}`}
          ${segment === undefined ? sql`` : sql`and segment = ${segment}`}
          ${horizon === undefined ? sql`` : sql`and horizon = ${horizon}`}
          ${asOf === undefined ? sql`` : sql`and prediction_date = ${asOf}::date`}
          ${settled === undefined ? sql`` : sql`and (settled_on is not null) = ${settled}`}
        order by prediction_date desc, id limit ${limit}`.execute(kysely);
      return rows.map(toLedgerEntry);
    },
    async due({ asOf, targetFrom, limit }) {
      const { rows } = await sql<PredictionRow>`
        select ${PREDICTION_LIST} from price_predictions
        where settled_on is null and target_date <= ${asOf}::date
          ${targetFrom === undefined ? sql`` : sql`and target_date >= ${targetFrom}::date`}
        order by target_date, id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(kysely);
      return rows.map(toPrediction);
    },
    async settle(outcomes) {
      if (outcomes.length === 0) return 0;
      return inTransaction(kysely, (trx) => settleAll(trx, outcomes));
    },
  };
}

async function settleAll(trx: Kysely<Database>, outcomes: readonly PredictionOutcome[]): Promise<number> {
  const ids = [...new Set(outcomes.map((outcome) => outcome.predictionId))].filter(isUuid).sort();
  // Locked in the order of their ids: two settlements at once wait for each other, and the second finds the first.
  const { rows } = await sql<{ readonly id: string; readonly target_date: string }>`
    select id, target_date from price_predictions
    where id = any(${ids}::uuid[]) order by id for update`.execute(trx);
  const targets = new Map(rows.map((row) => [row.id, row.target_date]));
  for (const { predictionId, settledOn } of outcomes) {
    const targetDate = targets.get(predictionId);
    if (targetDate === undefined) throw new UnknownPredictionError(predictionId);
    if (settledOn < targetDate) throw new EarlySettlementError({ predictionId, targetDate, settledOn });
  }
  const settlements = firstOfEach(outcomes, (outcome) => outcome.predictionId).map(toSettlementRow);
  const result = await sql`
    update price_predictions p set
      settled_on = s.settled_on, outcome_sale_count = s.outcome_sale_count, actual_avg_price = s.actual_avg_price,
      actual_min_price = s.actual_min_price, actual_max_price = s.actual_max_price,
      absolute_percentage_error = s.absolute_percentage_error,
      naive_absolute_percentage_error = s.naive_absolute_percentage_error, covered = s.covered,
      attribution = s.attribution, validated_at = now()
    from (select * from ${recordset(settlements, SETTLEMENT_COLUMNS)}) s
    where p.id = s.id and p.settled_on is null`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

function toSettlementRow(outcome: PredictionOutcome): OutcomeRow & { readonly id: string } {
  return {
    id: outcome.predictionId,
    settled_on: outcome.settledOn,
    outcome_sale_count: outcome.saleCount,
    actual_avg_price: outcome.actualPrice,
    actual_min_price: outcome.actualLow,
    actual_max_price: outcome.actualHigh,
    absolute_percentage_error: outcome.absolutePercentageError,
    naive_absolute_percentage_error: outcome.naiveAbsolutePercentageError,
    covered: outcome.covered,
    attribution: outcome.attribution ?? null,
  };
}
