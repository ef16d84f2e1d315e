/** A row that cannot be used. The reason holds no values of the row, so that equal reasons can be counted. */
export class RejectedRow extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'RejectedRow';
    this.reason = reason;
  }
}
