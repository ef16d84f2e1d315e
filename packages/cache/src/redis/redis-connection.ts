/**
 * What is needed of a Redis client: to send a command and get its reply. A connected client of `redis` (node-redis 5 and
 * newer) is one. `keyPrefix` and `typeMapping` of the client are not applied to commands sent this way.
 */
export interface RedisConnection {
  sendCommand(args: readonly string[]): Promise<unknown>;
}
