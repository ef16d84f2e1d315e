export type { Detector, Span } from './redaction/detector.ts';
export { type RedactionKind, redactionKinds } from './redaction/redaction-kind.ts';
export { createRedactor, type RedactorOptions } from './redaction/redactor.ts';
export { type RedactionOptions, withRedaction } from './redaction/with-redaction.ts';
