/** Base of every error that the engines raise on purpose. Test `code`, never the class: two copies may be installed. */
export class EngineError extends Error {
  /** Stable, machine-readable, such as `UNKNOWN_PREDICTION`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

/** A prediction was settled that no ledger holds. */
export class UnknownPredictionError extends EngineError {
  constructor(predictionId: string) {
    super('UNKNOWN_PREDICTION', `No prediction ${predictionId} is stored: record it before it is settled.`);
    this.name = 'UnknownPredictionError';
  }
}

/** A prediction was settled before the day it speaks of. */
export class EarlySettlementError extends EngineError {
  constructor(options: { readonly predictionId: string; readonly targetDate: string; readonly settledOn: string }) {
    super(
      'EARLY_SETTLEMENT',
      `Prediction ${options.predictionId} speaks of ${options.targetDate} and cannot be settled on ${options.settledOn}: wait until it is due.`,
    );
    this.name = 'EarlySettlementError';
  }
}

/** Prices of two markets, or two currencies without a rate, met in one computation. */
export class MixedMarketError extends EngineError {
  constructor(message: string) {
    super('MIXED_MARKET', message);
    this.name = 'MixedMarketError';
  }
}

/** A caller handed over something that the engines cannot use. */
export class InvalidInputError extends EngineError {
  constructor(message: string) {
    super('INVALID_INPUT', message);
    this.name = 'InvalidInputError';
  }
}
