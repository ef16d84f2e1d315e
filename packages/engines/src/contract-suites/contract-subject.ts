/** What a contract suite is run on. */
export interface ContractSubject<Store> {
  /** Shown in the name of every test, such as `memory` or `postgres`. */
  readonly name: string;
  /** Makes an empty store; called before every test. A database may empty its tables here instead. */
  readonly createStore: () => Store | Promise<Store>;
}
