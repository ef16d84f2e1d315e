export {
  type LoopbackReply,
  type LoopbackServer,
  type RecordedRequest,
  startLoopbackServer,
} from './loopback-server.ts';
export { type ScriptedModel, type ScriptedReply, scriptedModel } from './scripted-model.ts';
