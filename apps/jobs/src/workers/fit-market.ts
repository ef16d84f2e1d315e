// Entered by path from a worker thread.
export { fitMarket, fitPredictions } from '@pa/engines';
