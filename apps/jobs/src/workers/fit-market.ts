// Entered by path from a worker thread.
export { fitMarket } from '@pa/engines';
