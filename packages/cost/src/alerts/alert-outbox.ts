import type { CostAlert } from './cost-alert.ts';

/**
 * Keeps alerts until they are delivered, and for good that they were raised.
 *
 * *Duplicate*: an alert that was ever put is not put again. *Concurrent*: of many that put the same alert one does; of many
 * that claim, one gets it until its lease is over. *Expired*: a claim that was not marked delivered in time is given out
 * again, so that a deliverer that died loses nothing. *Missing*: marking an alert that is not there does nothing.
 */
export interface AlertOutbox {
  /** Answers how many were new. */
  put(alerts: readonly CostAlert[]): Promise<number>;
  /** Takes alerts to deliver for `leaseMs` from `at` (epoch milliseconds), oldest first, ties by id. */
  claim(query: {
    readonly limit: number;
    readonly at: number;
    readonly leaseMs: number;
  }): Promise<readonly CostAlert[]>;
  markDelivered(alertId: string, options: { readonly at: number }): Promise<void>;
  /** The newest first, delivered or not. */
  recent(query: { readonly limit: number }): Promise<readonly CostAlert[]>;
}
