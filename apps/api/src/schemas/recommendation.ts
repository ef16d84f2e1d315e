import { z } from '@hono/zod-openapi';
import { DepthSchema, InsightSchema } from './insight.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

export const DisclaimerSchema = z
  .object({
    version: z.string().openapi({ description: 'To be sent back with the consent.' }),
    text: z.string().openapi({ description: 'To be read before a recommendation is shown.' }),
  })
  .openapi('InvestmentDisclaimer');

const share = (description: string) => z.number().min(0).max(1).openapi({ description });

/** What a reader asks for; there is no recommendation without the consent. */
export const RecommendationRequestSchema = z
  .strictObject({
    make: makeWord.optional(),
    model: vehicleWords('Model line.', '911'),
    generation: vehicleWords('Factory generation.', '992.1').optional(),
    trim: vehicleWords('Trim.', 'GT3').optional(),
    horizon: z.enum(['1m', '3m', '6m', '1y']).openapi({ description: 'How far ahead.' }),
    depth: DepthSchema.optional(),
    consent: z
      .strictObject({
        userId: z.string().trim().min(1).max(200).openapi({ description: 'Who has read the disclaimer.' }),
        disclaimerVersion: z.string().min(1).openapi({ description: 'The version that was shown.' }),
      })
      .openapi({ description: 'That the reader has read the disclaimer in force and wants to go on.' }),
    costs: z
      .strictObject({
        buyerFeeShare: share('Fee of a buyer, a share of the price.'),
        sellerFeeShare: share('Costs of a seller, a share of the price.'),
        transportAmount: z
          .number()
          .min(0)
          .openapi({ description: 'Moving the car once, in the currency of the market.' }),
        ownershipShareYearly: share('Insurance, storage and care of a year, a share of the value.'),
        opportunityRateYearly: share('What the money would earn elsewhere, a year.'),
      })
      .partial()
      .optional()
      .openapi({ description: 'Costs that differ from the defaults.' }),
  })
  .openapi('RecommendationRequest');

const OutcomeSchema = z
  .object({
    median: z.number().openapi({ description: 'Middle case, net of every cost, a share of the money in it.' }),
    losingCase: z.number().openapi({ description: 'The worst tenth of cases end there or lower.' }),
    winningCase: z.number().openapi({ description: 'The best tenth of cases end there or higher.' }),
    probabilityOfLoss: z.number().openapi({ description: 'Probability of a net loss.' }),
  })
  .openapi('InvestmentOutcome');

export const RecommendationSchema = z
  .object({
    call: z.enum(['buy', 'hold', 'sell', 'no_edge']).openapi({ description: 'What the rule says.' }),
    buying: OutcomeSchema,
    keeping: OutcomeSchema,
    breakEvenPrice: z.number().openapi({ description: 'Price on the target day at which buying now leaves nothing.' }),
    trackRecord: z
      .object({
        openCount: z.number().int().openapi({ description: 'Calls that are not due yet.' }),
        noEdgeCount: z.number().int().openapi({ description: 'Predictions in which the rule saw no edge.' }),
        calls: z
          .array(
            z.object({
              call: z.enum(['buy', 'hold', 'sell']).openapi({ description: 'What was called.' }),
              settledCount: z.number().int().openapi({ description: 'Calls whose price is known.' }),
              rightCount: z.number().int().openapi({ description: 'Calls after which following them was better.' }),
              meanNetResult: z.number().nullable().openapi({ description: 'Mean net result of following them.' }),
            }),
          )
          .readonly()
          .openapi({ description: 'One entry a kind of call, the wrong ones counted.' }),
      })
      .openapi({ description: 'What came of every past call of this rule.' }),
    disclaimer: DisclaimerSchema,
    insight: InsightSchema,
  })
  .openapi('Recommendation');
