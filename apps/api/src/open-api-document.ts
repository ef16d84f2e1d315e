import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnvironment } from './http/api-environment.ts';

/** The OpenAPI 3.1 description of a made API. */
export function openApiDocument(app: OpenAPIHono<ApiEnvironment>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Paddock Analytics',
      version: '1.0.0',
      description:
        'Market analytics for cars. Statistics make the numbers, every number in a text is proved from the facts beside it, and generated text is marked as such.',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    tags: [
      { name: 'market', description: 'Counts, segments and price indices.' },
      { name: 'predictions', description: 'Prices to come, with intervals, and what came of them.' },
      { name: 'valuations', description: 'What one car is worth, and what can be asked for.' },
      { name: 'insights', description: 'Texts about the market with their facts.' },
      { name: 'anomalies', description: 'Listings whose price does not fit.' },
      { name: 'listings', description: 'New rows.' },
      { name: 'prompts', description: 'Versions of prompts, their tests, and which of them runs.' },
      { name: 'experiments', description: 'What is compared, who met what, and what can be said.' },
      { name: 'events', description: 'Use of features.' },
      { name: 'operation', description: 'For those who run it.' },
    ],
  });
}
