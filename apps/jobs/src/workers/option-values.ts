// Entered by path from a worker thread.
import { optionComputer } from '@pa/engines';

export const { ladder, value, choice } = optionComputer;
