export interface Notification {
  /** The same id is delivered once, however often it is handed over. */
  readonly id: string;
  readonly topic: 'daily_run' | 'anomaly' | 'prediction_accuracy' | 'cost' | 'data_quality';
  readonly title: string;
  readonly body: string;
  readonly createdAt: number;
}

/** Hands notices on. *Duplicate*: an id that is known is ignored. A failed delivery is retried by the implementation. */
export interface Notifier {
  /** Answers how many were new. */
  notify(notifications: readonly Notification[]): Promise<number>;
}
