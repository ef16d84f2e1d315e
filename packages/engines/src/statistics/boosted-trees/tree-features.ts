/** A feature that is a number. */
export interface NumericFeature {
  readonly name: string;
  readonly kind: 'numeric';
  /** One value a row; NaN is missing, and learns its own direction at every split. Infinite values are refused. */
  readonly values: ArrayLike<number>;
  /** 1: the prediction never falls as the feature grows; -1: it never rises. Default 0: no constraint. */
  readonly monotone?: -1 | 0 | 1;
}

/** A feature whose values are names, given as codes. */
export interface CategoricalFeature {
  readonly name: string;
  readonly kind: 'categorical';
  /** One whole number from 0 a row; negative or NaN is missing. */
  readonly values: ArrayLike<number>;
}

export type TreeFeature = NumericFeature | CategoricalFeature;
