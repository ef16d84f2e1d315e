export interface Notification {
  /** The same id is delivered once, however often it is handed over. */
  readonly id: string;
  readonly topic: 'daily_run' | 'anomaly' | 'prediction_accuracy' | 'cost' | 'data_quality';
  readonly title: string;
  readonly body: string;
  readonly createdAt: number;
  /** Id of the profile it is for. Absent: whoever runs the service. */
  readonly recipient?: string;
}

/** Hands notices on. *Duplicate*: an id that is known is ignored. A failed delivery is retried by the implementation. */
export interface Notifier {
  /** Answers how many were new. */
  notify(notifications: readonly Notification[]): Promise<number>;
}

/**
 * Keeps notices until they are delivered, and for good that there were any.
 *
 * *Concurrent*: of many that claim, one gets a notice until its lease is over. *Expired*: a claim that was not marked
 * delivered in time is given out again, so that a deliverer that died loses nothing. *Missing*: marking a notice that is
 * not there does nothing.
 */
export interface NotificationOutbox extends Notifier {
  /** Takes notices to deliver for `leaseMs` from `at` (epoch milliseconds), oldest first, ties by id. */
  claim(query: {
    readonly limit: number;
    readonly at: number;
    readonly leaseMs: number;
  }): Promise<readonly Notification[]>;
  markDelivered(id: string, options: { readonly at: number }): Promise<void>;
  /** Notes why a delivery failed; the lease stays, so that the next try comes when it is over. */
  markFailed(id: string, options: { readonly error: string }): Promise<void>;
  /** The newest first, delivered or not: of the service with `null`, of one person with the id of the profile. */
  recent(query: { readonly recipient: string | null; readonly limit: number }): Promise<readonly Notification[]>;
}
