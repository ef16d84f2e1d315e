/** The sentence to be shown with numbers and texts, by who wrote the words and where the data come from. */
export { insightDisclaimer as disclaimer } from '@pa/engines/insights';
