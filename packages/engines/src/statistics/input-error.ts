/** Something was handed to a statistical method that it cannot compute with. Test `code`, never the class. */
export class StatisticalInputError extends RangeError {
  readonly code = 'INVALID_INPUT';

  constructor(message: string) {
    super(message);
    this.name = 'StatisticalInputError';
  }
}
