/** The header by which a request asks the server of `startLoopbackProcess` for a fault. */
export const FAULT_HEADER = 'x-loopback-fault';
