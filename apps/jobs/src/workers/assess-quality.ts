// Entered by path from a worker thread.
export { assessQuality } from '@pa/engines';
