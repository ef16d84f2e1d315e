// The process behind `startLoopbackProcess`: serves one answer, or the fault that a request asks for, until its parent is gone.
import { type FaultKind, faultReply } from './loopback/fault-reply.ts';
import type { VendorAnswer } from './loopback/vendor-answer.ts';
import { vendorReply } from './loopback/vendor-reply.ts';
import { FAULT_HEADER } from './loopback/fault-header.ts';
import { startLoopbackServer } from './loopback-server.ts';

const plan = JSON.parse(process.argv[2] ?? '{}') as {
  readonly answer: VendorAnswer;
  readonly retryAfterSeconds?: number;
};
const server = await startLoopbackServer(
  (request) => {
    const fault = request.headers[FAULT_HEADER];
    if (fault === undefined) return vendorReply(request, plan.answer);
    return faultReply(String(fault) as FaultKind, request, plan);
  },
  { records: false },
);
process.once('disconnect', () => process.exit(0));
process.send?.(server.url);
