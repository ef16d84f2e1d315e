export { type TelemetryOptions, withTelemetry } from './telemetry/with-telemetry.ts';
