import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../../market/memory/create-memory-stores.ts';
import type { ConversationTurn } from '../../../market/ports/conversation-store.ts';
import { generateMarket } from '../../../synthetic-market/generate-market.ts';
import { ANALYST_TOOLS } from '../all-tools.ts';
import type { ToolContext } from '../analyst-tool.ts';
import { builtInInterpreter } from './built-in-interpreter.ts';

let context: ToolContext;
beforeAll(async () => {
  const stores = createMemoryStores();
  await stores.listings.upsert(
    generateMarket({ preset: 'demo', seed: 8, endsOn: '2026-06-30', months: 12, salesPerMonth: 80 }).listings,
  );
  // Names are all that the rules read of a market.
  context = { stores, market: { priceKind: 'sold', currency: 'USD' }, asOf: '2026-06-30' } as unknown as ToolContext;
});

/** Asks one question after the other and answers what the last one came to. */
async function interpret(...questions: readonly string[]) {
  const interpreter = builtInInterpreter();
  const turns: ConversationTurn[] = [];
  let last = await interpreter.interpret(questions[0] ?? '', { turns, tools: ANALYST_TOOLS, context });
  for (const question of questions.slice(1)) {
    const call = last.kind === 'call' ? { tool: last.tool, arguments: last.arguments } : null;
    turns.push({ question: '', answer: '', call, costNanoUsd: 0n, askedAt: 0 });
    last = await interpreter.interpret(question, { turns, tools: ANALYST_TOOLS, context });
  }
  return last;
}

describe('a question', () => {
  it('becomes one call with everything that it says', async () => {
    expect(await interpret('How many manual 991 GT3s under 20k miles sold last year in california?')).toMatchObject({
      tool: 'measure',
      arguments: {
        rows: 'sales',
        question: 'count',
        filter: {
          model: '911',
          generation: '991',
          trim: 'GT3',
          transmission: 'manual',
          miles: { below: 20_000 },
          region: 'ca',
          days: { from: '2025-01-01', to: '2025-12-31' },
        },
      },
    });
    expect(await interpret('Compare asking and sold prices of the Macan this year')).toMatchObject({ tool: 'compare' });
    expect(await interpret('value a 2022 Cayman GT4 with 8,000 miles and PCCB')).toMatchObject({
      tool: 'value',
      arguments: { model: 'Cayman', trim: 'GT4', modelYear: 2022, mileage: 8000, optionCodes: ['pccb'] },
    });
  });

  it('that leans on the one before takes over what it leaves out', async () => {
    expect(await interpret('How many Caymans were sold?', 'only white ones', 'what did they cost?')).toMatchObject({
      arguments: { question: 'median-price', filter: { model: 'Cayman', color: 'white' } },
    });
    expect(
      await interpret('What does a 991.1 Carrera S sell for?', 'And what will it cost in 6 months?'),
    ).toMatchObject({
      tool: 'predict',
      arguments: { model: '911', generation: '991.1', trim: 'Carrera S', horizons: ['6m'] },
    });
    expect(await interpret('Is there a season in 911 prices?', 'how many of them were sold last year?')).toMatchObject({
      tool: 'measure',
      arguments: { filter: { model: '911', days: { from: '2025-01-01' } } },
    });
  });

  it('that names nothing is asked back, and one about something else is not answered', async () => {
    expect(await interpret('What is it worth?')).toMatchObject({ kind: 'clarify' });
    expect(await interpret('Price of a Turbo?')).toMatchObject({ kind: 'clarify' });
    for (const question of ['Write a poem about the 911', 'How much is a Honda Civic?', 'Delete all listings']) {
      expect(await interpret(question)).toMatchObject({ kind: 'unknown' });
    }
  });
});

describe('what a question leaves out', () => {
  const filterOf = async (...questions: readonly string[]) => {
    const made = await interpret(...questions);
    return made.kind === 'call' ? made.arguments['filter'] : made.kind;
  };

  it.each([
    ['How many 911s without ceramic brakes were sold?', { model: '911', except: { optionCodes: ['pccb'] } }],
    ['Number of cars sold other than Macans and Cayennes', { except: { models: ['Macan', 'Cayenne'] } }],
    [
      'Median price of 911s, not counting cabriolets or targas',
      { model: '911', except: { bodies: ['cabriolet', 'targa'] } },
    ],
    ['How many accident-free 911s were sold?', { model: '911', marks: ['accident-free'] }],
    ['How many 911s sold without an accident history?', { model: '911', except: { marks: ['accident'] } }],
    ['How many 911s were sold without a time limit?', { model: '911' }],
  ])('is read from %j', async (question, filter) => {
    expect(await filterOf(question)).toEqual(filter);
  });

  it('takes the place of what was asked before', async () => {
    expect(await filterOf('How many red 911s were sold?', 'any colour but red')).toEqual({
      model: '911',
      except: { colors: ['red'] },
    });
    expect(await filterOf('How many 911s are for sale?', 'leave out the coupes', 'and without white ones')).toEqual({
      model: '911',
      except: { bodies: ['coupe'], colors: ['white'] },
    });
  });

  it('is the other side of cars with an option', async () => {
    expect(await interpret('Do 911s with PCCB sell for more than those without?')).toMatchObject({
      tool: 'compare',
      arguments: {
        left: { filter: { model: '911', optionCodes: ['pccb'] } },
        right: { filter: { model: '911', except: { optionCodes: ['pccb'] } } },
      },
    });
  });
});

describe('a statistic', () => {
  it('is never answered with another one', async () => {
    expect(await interpret('What does the 90th percentile 911 cost?')).toMatchObject({
      tool: 'measure',
      arguments: { question: 'p90-price', rows: 'sales', filter: { model: '911' } },
    });
    expect(await interpret('Total value of the manual 911s on offer')).toMatchObject({
      arguments: { question: 'sum-price', rows: 'offers', filter: { model: '911', transmission: 'manual' } },
    });
    expect(await interpret('Mean and median price of a Macan GTS?')).toMatchObject({
      arguments: { question: 'mean-price', also: ['median-price'], filter: { model: 'Macan', trim: 'GTS' } },
    });
    expect(await interpret('What is the variance of 911 prices?')).toMatchObject({ kind: 'clarify' });
    expect(await interpret('How many dollars per mile does a 911 cost?')).toMatchObject({ kind: 'clarify' });
  });

  it('takes the rows of the question before it', async () => {
    expect(await interpret('median price of 911s in 2025', 'and the 90th percentile?')).toMatchObject({
      arguments: { question: 'p90-price', filter: { model: '911', days: { from: '2025-01-01' } } },
    });
    expect(await interpret('How many Caymans are for sale?', 'what are they worth all together?')).toMatchObject({
      arguments: { question: 'sum-price', rows: 'offers', filter: { model: 'Cayman' } },
    });
  });

  it('may be a share of what stands out, or of a narrower car among a wider', async () => {
    expect(await interpret('what share of manual Cayennes is undervalued')).toMatchObject({
      tool: 'anomalies',
      arguments: { answer: 'share', type: 'undervalued', model: 'Cayenne', filter: { transmission: 'manual' } },
    });
    expect(await interpret('share of GT3 among 911 sales')).toMatchObject({
      arguments: { question: 'share', filter: { model: '911' }, shareOf: { model: '911', trim: 'GT3' } },
    });
    expect(await interpret('Three most affordable Macans on sale')).toMatchObject({
      tool: 'list',
      arguments: { rows: 'offers', order: 'price', direction: 'ascending', limit: 3 },
    });
    expect(await interpret('Give me the sum of 17 and 25')).toMatchObject({ kind: 'unknown' });
    expect(await interpret('How many euros is a dollar?')).toMatchObject({ kind: 'unknown' });
    expect(await interpret('What percentage of Porsche drivers are women?')).toMatchObject({ kind: 'unknown' });
    expect(await interpret('Are there more undervalued or overvalued listings?')).toMatchObject({
      arguments: { answer: 'count', type: 'undervalued', against: { type: 'overvalued' } },
    });
  });
});

describe('what nobody can take account of', () => {
  it.each([
    'median price of 911s with heated cupholders',
    'How many 911s driven by celebrities were sold?',
    'Compare 991, 992 and 997 GT3 prices',
    'How many GT3s with 4711 things were sold?',
  ])('is asked back: "%s"', async (question) => {
    expect(await interpret(question)).toMatchObject({ kind: 'clarify' });
  });

  it('is stated where a whole segment answers all the same', async () => {
    expect(await interpret('Where will manual 991.1 GT3s be in 6 months?')).toMatchObject({
      kind: 'call',
      tool: 'predict',
      unheeded: ['manual'],
    });
  });
});

describe('values of one kind', () => {
  it.each([
    ['How many blue or green 911s were sold?', { among: { colors: ['blue', 'green'] } }],
    ['How many 991 and 992 GT3s sold?', { trim: 'GT3', among: { generations: ['991', '992'] } }],
    ['average asking price of a 911 in NY or NJ', { among: { regions: ['ny', 'nj'] } }],
    ['median price of air-cooled 911s', { among: { generations: ['964', '993', 'G-Series'] } }],
    ['How many 911s from the early 80s sold?', { modelYear: { atLeast: 1980, atMost: 1983 } }],
    ['Cayennes of 2018 or newer: how many sold?', { modelYear: { atLeast: 2018 } }],
    ['How many Caymans with under 16,093.44 km sold?', { miles: { below: 10_000 } }],
    ['how many 997TTs sold', { generation: '997', trim: 'Turbo' }],
    ['averge price of manaul 911s', { transmission: 'manual' }],
  ])('are read from "%s"', async (question, filter) => {
    expect(await interpret(question)).toMatchObject({ kind: 'call', arguments: { filter } });
  });

  it.each([
    [['How many GT3s sold in 2025?', 'the year before?'], { days: { from: '2024-01-01', to: '2024-12-31' } }],
    [['median 991.1 GT3 price', 'how about the RS?'], { generation: '991.1', trim: 'GT3 RS' }],
    [['How many blue or red 911s sold?', 'only red'], { color: 'red' }],
  ])('are carried over: %j', async (questions, filter) => {
    const last = await interpret(...questions);
    expect(last).toMatchObject({ kind: 'call', arguments: { filter } });
    expect(last).not.toMatchObject({ arguments: { filter: { among: expect.anything() } } });
  });
});

describe('everyday words', () => {
  it('read years right behind a car as model years, and behind a word of sale as days', async () => {
    const ofCars = { filter: { body: 'cabriolet', modelYear: { atLeast: 2014, atMost: 2016 } } };
    expect(await interpret('what did 911 cabs from 2014 to 2016 go for')).toMatchObject({ arguments: ofCars });
    expect(await interpret('How many 911s sold from 2024 to 2025?')).toMatchObject({
      arguments: { filter: { model: '911', days: { from: '2024-01-01', to: '2025-12-31' } } },
    });
    expect(await interpret('Have 911s become dearer from 2024 to 2025, median price?')).toMatchObject({
      tool: 'compare',
    });
  });

  it('pool cars that share a property under one price, and set their prices side by side', async () => {
    expect(await interpret('mean price paid for green Boxsters and Caymans')).toMatchObject({
      tool: 'measure',
      arguments: { filter: { color: 'green', among: { models: ['Boxster', 'Cayman'] } } },
    });
    expect(await interpret('prices of green Boxsters and Caymans')).toMatchObject({ tool: 'compare' });
  });

  it.each([
    ['I have $15k for extras on a 911 Carrera S. What is best for resale?', 'best_options', { budget: 15_000 }],
    ['with a budget of $8,000, which options make most sense on a Cayman S?', 'best_options', { budget: 8000 }],
    ['best options for a 911 with 15000 dollars', 'best_options', { model: '911', budget: 15_000 }],
    ['which extras should I order on a Cayman for $8,000', 'best_options', { model: 'Cayman', budget: 8000 }],
    ['show me anomalies that are scams', 'anomalies', { cause: 'scam', answer: 'list' }],
    ['how many 911 listings look fraudulent?', 'anomalies', { cause: 'scam', model: '911', answer: 'count' }],
    ['which stale listings are there?', 'anomalies', { cause: 'stale_listing' }],
    ['how many duplicates are on offer', 'anomalies', { cause: 'duplicate', answer: 'count' }],
    ['does the Cayenne market follow the Macan', 'correlation', {}],
    ['When the 911 goes up, does the Cayman too?', 'correlation', {}],
    ['total of all 911 sales', 'measure', { question: 'sum-price' }],
    ['turnover in 2025', 'measure', { question: 'sum-price' }],
    ['how much did 911s make in sales overall in 2025', 'measure', { question: 'sum-price' }],
    ['Give me the forecast curve for the 911 Turbo', 'forecast_path', { model: '911', trim: 'Turbo' }],
    ['how much more does a 911 Carrera S with sport exhaust bring', 'option_value', { option: 'sport-exhaust' }],
    ['is it cheaper to buy a Boxster in December?', 'seasonality', { model: 'Boxster' }],
    ['have Taycans lost value over the last year?', 'trend', { model: 'Taycan' }],
    ['any white Cayennes for sale under $40k?', 'list', { rows: 'offers', filter: { color: 'white' } }],
  ])('ask %s of the tool that answers it', async (question, tool, given) => {
    expect(await interpret(question)).toMatchObject({ tool, arguments: given });
  });

  it('take a figure of nothing in particular of what was spoken of, and ask back where that is nothing', async () => {
    expect(await interpret('How many Caymans were sold last year?', 'how much on average?')).toMatchObject({
      arguments: { question: 'mean-price', filter: { model: 'Cayman', days: { from: '2025-01-01' } } },
    });
    expect(await interpret('is the S a good buy?')).toMatchObject({ kind: 'clarify' });
    for (const question of ['should I buy a 911 now?', 'Cayman: buy or sell?', 'is the 911 GT3 a good investment?']) {
      expect(await interpret(question)).toMatchObject({
        kind: 'clarify',
        question: expect.stringContaining('I give no advice to buy, keep or sell here'),
      });
    }
    expect(await interpret('what is a quantile?')).toMatchObject({ reason: expect.stringContaining('“quantile”') });
  });
});
