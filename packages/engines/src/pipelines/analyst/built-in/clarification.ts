import type { Interpretation } from '../question-interpreter.ts';
import type { Reading } from './reading.ts';

const EXAMPLES = [
  'What does a 911 Carrera S sell for?',
  'How many Caymans were sold last year?',
  'Which 911s are undervalued?',
];

/** Asks back for what a question leaves open. The choices are whole questions. */
export function clarification(
  open: 'advice' | 'car' | 'model' | 'model-year' | 'options' | 'sides' | 'statistic' | 'wish',
  { reading, models = [] }: { readonly reading: Reading; readonly models?: readonly string[] },
): Interpretation {
  const [mention] = reading.mentions;
  const car = [mention?.model, mention?.generation, mention?.trim].filter((part) => part !== undefined).join(' ');
  switch (open) {
    case 'model':
      return {
        kind: 'clarify',
        question: `Several models have a ${mention?.trim ?? 'trim'} of that name. Which one do you mean?`,
        choices: models.slice(0, 6).map((model) => `What does a ${model} ${mention?.trim ?? ''} sell for?`),
      };
    case 'model-year':
      return {
        kind: 'clarify',
        question: `Which model year is the ${car === '' ? 'car' : car}, and how many miles has it done?`,
        choices: [`What does a ${car} sell for?`],
      };
    case 'advice': {
      const of = car === '' ? 'car' : car;
      return {
        kind: 'clarify',
        question: `I give no advice to buy, keep or sell here: the rule on forecasts and costs does, with its record and its losing case, once you have read its disclaimer ("pa report weekly --invest 6m"). I can tell what a ${of} sells for and where its price is expected.`,
        choices: car === '' ? EXAMPLES : [`What does a ${car} sell for?`, `Where will the ${car} be in 6 months?`],
      };
    }
    case 'wish':
      return {
        kind: 'clarify',
        question: `What would you like to know of the ${car}?`,
        choices: [
          `What does a ${car} sell for?`,
          `How many ${car} were sold last year?`,
          `Where will the ${car} be in 3 months?`,
        ],
      };
    case 'statistic': {
      const of = car === '' ? 'the 911' : `the ${car}`;
      return {
        kind: 'clarify',
        question:
          'Which statistic do you mean? I can tell counts and shares, and of prices and mileages the median, the mean, the sum, any percentile, quartiles, the range from lowest to highest, the interquartile range and the standard deviation.',
        choices: [
          `What is the interquartile range of ${of} prices?`,
          `What is the standard deviation of ${of} prices?`,
          `What is the price range of ${of}?`,
        ],
      };
    }
    case 'sides':
      return { kind: 'clarify', question: 'Which two should I set side by side?', choices: EXAMPLES };
    case 'options':
    case 'car':
      return { kind: 'clarify', question: 'Which car do you mean: model, trim and generation?', choices: EXAMPLES };
  }
}
