export { type BatchServer, type BatchServerAnswer, type ServedBatch, startBatchServer } from './batch-server.ts';
export { failingModel, type ModelFault } from './failing-model.ts';
export { FAULT_HEADER } from './loopback/fault-header.ts';
export { type FaultKind, type FaultOptions, faultReply } from './loopback/fault-reply.ts';
export type { VendorAnswer } from './loopback/vendor-answer.ts';
export { vendorReply } from './loopback/vendor-reply.ts';
export { type LoopbackProcess, startLoopbackProcess } from './loopback-process.ts';
export {
  type LoopbackReply,
  type LoopbackScript,
  type LoopbackServer,
  type RecordedRequest,
  startLoopbackServer,
} from './loopback-server.ts';
export { type RecordedCall, recorder, replayedModel } from './recorder.ts';
export { type ScriptedModel, type ScriptedReply, scriptedModel } from './scripted-model.ts';
