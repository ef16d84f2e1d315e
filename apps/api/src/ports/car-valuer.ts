import type {
  CarChoices,
  CarValuation,
  MarketScope,
  NotEnoughData,
  UnknownVehicle,
  ValueCarRequest,
} from '@pa/engines';

/** Values one car from a fitted model that is stored; never fits one. `CarValuer` of the engines is one. */
export interface SingleCarValuer {
  valueCar(request: ValueCarRequest): Promise<CarValuation | NotEnoughData | UnknownVehicle>;
  /** What sold cars are called and come with. */
  listChoices(query: {
    readonly make?: string | undefined;
    readonly model?: string | undefined;
    readonly market?: MarketScope | undefined;
  }): Promise<CarChoices | NotEnoughData>;
}
