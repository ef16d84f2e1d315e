import { randomUUID } from 'node:crypto';
import { isLlmError, LlmError, type LlmErrorCode } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, WrapModel } from '../language-model.ts';
import type { Usage } from '../usage.ts';
import type { AuditLog, AuditRecord } from './audit-log.ts';
import { canonicalJson } from './canonical-json.ts';
import { keyedHash, sealEntry } from './seal-entry.ts';

export interface AuditOptions {
  readonly log: AuditLog;
  /** Secret of the chain, at least 16 characters. Who has it can forge entries: keep it apart from the log. */
  readonly key: string;
  /** Keeps request and answer beside their hashes, as they are here, i.e. redacted. Default false. */
  readonly keepTexts?: boolean;
  /** Integer nano-dollars of an attempt, or `null` where it has no price. Default no price. */
  readonly costOf?: (call: { provider: string; servedModel: string; usage: Usage; startedAt: number }) => bigint | null;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  readonly newId?: () => string;
}

const localRefusals: ReadonlySet<LlmErrorCode> = new Set([
  'rate-limited',
  'breaker-open',
  'budget-exceeded',
  'store-failed',
]);

/**
 * Writes one entry for each attempt, failed and aborted ones included; a refusal of ours reached no provider and is none. An
 * attempt that cannot be written fails with `store-failed`: what nobody can account for is not handed out.
 */
export function withAudit(options: AuditOptions): WrapModel {
  const { log, key, keepTexts = false, now = Date.now, newId = randomUUID } = options;
  if (key.length < 16)
    throw new LlmError('not-configured', 'The key of the audit is shorter than 16 characters: pass a longer secret.');

  return (model): LanguageModel => {
    const write = async (
      request: GenerateRequest,
      end: {
        readonly startedAt: number;
        readonly result?: GenerateResult;
        readonly error?: unknown;
        readonly text?: string;
      },
    ): Promise<void> => {
      const { startedAt, result, error } = end;
      const code =
        result !== undefined ? null : isLlmError(error) ? error.code : error === undefined ? 'aborted' : null;
      if (code !== null && localRefusals.has(code)) return;
      const usage = result?.usage ?? (isLlmError(error) ? error.usage : undefined);
      const partial = isLlmError(error) ? error.partialText : end.text;
      const requestText = canonicalJson(contentOf(request));
      const responseText = result === undefined ? partial : canonicalJson([result.text, result.toolCalls]);
      const cost = usage === undefined ? null : priceOf(options, { model, result, usage, startedAt });
      const record: AuditRecord = {
        attemptId:
          result?.attempts.at(-1)?.attemptId ??
          (isLlmError(error) ? error.attempts.at(-1)?.attemptId : undefined) ??
          newId(),
        startedAt,
        durationMs: now() - startedAt,
        provider: model.provider,
        requestedModel: model.modelId,
        servedModel: result?.servedModel ?? null,
        feature: request.context?.feature ?? null,
        userId: request.context?.userId ?? null,
        jobId: request.context?.jobId ?? null,
        promptName: request.context?.promptName ?? null,
        promptVersion: request.context?.promptVersion ?? null,
        outcome: result !== undefined ? 'answered' : code === 'aborted' ? 'aborted' : 'failed',
        errorCode: code,
        requestHash: keyedHash(key, requestText),
        responseHash: responseText === undefined ? null : keyedHash(key, responseText),
        usage: usage === undefined ? null : partsOf(usage),
        usageSource: usage?.source ?? null,
        costNanoUsd: cost === null ? null : cost.toString(),
      };
      const texts = {
        requestText: keepTexts ? requestText : null,
        responseText: keepTexts ? (responseText ?? null) : null,
      };
      try {
        await log.append((head) => sealEntry({ ...record, ...texts }, { key, head }));
      } catch (cause) {
        throw new LlmError('store-failed', 'The audit log cannot be written: the call is not handed out.', {
          provider: model.provider,
          modelId: model.modelId,
          cause,
          ...(usage === undefined ? {} : { usage }),
        });
      }
    };

    return {
      provider: model.provider,
      modelId: model.modelId,
      async generate(request) {
        const startedAt = now();
        let result: GenerateResult;
        try {
          result = await model.generate(request);
        } catch (error) {
          await write(request, { startedAt, error });
          throw error;
        }
        await write(request, { startedAt, result });
        return result;
      },
      async *stream(request) {
        const startedAt = now();
        let isWritten = false;
        let text = '';
        try {
          for await (const event of model.stream(request)) {
            if (event.type === 'text-delta') text += event.text;
            if (event.type === 'finish') {
              isWritten = true;
              await write(request, { startedAt, result: event.result });
            }
            yield event;
          }
        } catch (error) {
          if (!isWritten) {
            isWritten = true;
            await write(request, { startedAt, error });
          }
          throw error;
        } finally {
          // The reader went away before the end.
          if (!isWritten) await write(request, { startedAt, text });
        }
      },
    };
  };
}

/** What of a request shapes its answer: neither signal nor deadline nor who asked. */
function contentOf(request: GenerateRequest): Partial<GenerateRequest> {
  const {
    signal: _signal,
    deadlineAt: _deadlineAt,
    firstContentBy: _firstContentBy,
    context: _context,
    ...content
  } = request;
  return content;
}

function partsOf({ input, output, total }: Usage): Readonly<Record<string, number>> {
  const parts: Record<string, number | undefined> = {
    'input.uncached': input.uncached,
    'input.cacheRead': input.cacheRead,
    'output.text': output.text,
    'output.reasoning': output.reasoning,
    total,
  };
  for (const [lifetime, count] of Object.entries(input.cacheWrite ?? {})) parts[`input.cacheWrite.${lifetime}`] = count;
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, number] => entry[1] !== undefined));
}

function priceOf(
  { costOf }: AuditOptions,
  call: {
    readonly model: LanguageModel;
    readonly result: GenerateResult | undefined;
    readonly usage: Usage;
    readonly startedAt: number;
  },
): bigint | null {
  const { model, result, usage, startedAt } = call;
  const servedModel = result?.servedModel ?? model.modelId;
  return costOf?.({ provider: model.provider, servedModel, usage, startedAt }) ?? null;
}
