import { withUnheeded } from './with-unheeded.ts';
import { InvalidInputError } from '../../errors.ts';
import { dayOfInstant, type IsoDate } from '../../market/calendar.ts';
import type { ConversationKey, ConversationTurn } from '../../market/ports/conversation-store.ts';
import type { MarketScope } from '../../market/price.ts';
import { narrate, type Narration } from '../../narrate/narrate.ts';
import type { Writer } from '../../narrate/writer.ts';
import { MarketAnalysisEngine } from '../market-analysis-engine.ts';
import { OptionsValueEngine } from '../options-value-engine.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import { type AnalysisReader, createAnalysisReader } from '../stored-analysis.ts';
import { CarValuer } from '../value-car.ts';
import { type AnalystAnswer, type AnalystEvent, ANSWER_DISCLAIMER } from './analyst-answer.ts';
import type { AnalystTool, ToolAnswer, ToolContext } from './analyst-tool.ts';
import type { Interpreted, QuestionInterpreter } from './question-interpreter.ts';

const QUESTION_LENGTH = 2_000;
const MOST_TURNS = 100;
const TEMPLATE_VERSION = 'answer-template-1';
/** A conversation may cost a tenth of a dollar; then the built-in analyst goes on alone. */
const CONVERSATION_BUDGET_NANO_USD = 100_000_000n;

/** What an analyst is made of. */
export interface MarketAnalystDependencies extends Pick<PipelineDependencies, 'stores' | 'now'> {
  /** Values single cars. Default: one of its own; where others value too, hand over theirs, for each keeps all sales. */
  readonly carValuer?: Pick<CarValuer, 'valueCar'>;
  readonly tools: readonly AnalystTool[];
  /** The rules, which work without a key and are the reserve of the language model. */
  readonly builtIn: QuestionInterpreter;
  /** A language model that chooses among the tools. */
  readonly model?: QuestionInterpreter;
  /** A language model that writes; what it writes is proved. */
  readonly writer?: Writer;
  /** What language models may cost in one conversation, in integer nano-dollars. Default: $0.10. */
  readonly budgetNanoUsd?: bigint;
}

/** A question, and whose it is. */
export interface AnalystQuestion {
  /** The user, from the host's own session and never from the question. */
  readonly owner: string;
  readonly conversationId: string;
  readonly question: string;
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Nothing known later is read. Default: today by the clock. */
  readonly asOf?: IsoDate;
  /**
   * What was asked before in a conversation that the caller keeps: it is read again by the rules, and nothing is stored.
   * Default: the conversation is kept here under its id.
   */
  readonly earlierQuestions?: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * The front door for questions in words. A question comes to one call of a typed tool, the tool to facts, and the facts to
 * a text of which every claim is proved; there is no other way from a question to the data.
 */
export class MarketAnalyst {
  readonly #dependencies: MarketAnalystDependencies;
  readonly #analyses: AnalysisReader;
  readonly #valuer: Pick<CarValuer, 'valueCar'>;
  readonly #engine: MarketAnalysisEngine;
  readonly #options: OptionsValueEngine;

  constructor(dependencies: MarketAnalystDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
    this.#valuer = dependencies.carValuer ?? new CarValuer(dependencies);
    this.#engine = new MarketAnalysisEngine(dependencies);
    this.#options = new OptionsValueEngine(dependencies);
  }

  /** The whole answer. Errors: `InvalidInputError` for an empty or too long question and a conversation that is full. */
  async answer(question: AnalystQuestion): Promise<AnalystAnswer> {
    for await (const event of this.ask(question)) {
      if (event.type === 'done') return event.answer;
    }
    throw new InvalidInputError('The question was given up before its answer: ask it again.');
  }

  /** The answer as it comes about. */
  async *ask(asked: AnalystQuestion): AsyncGenerator<AnalystEvent> {
    const { stores, now } = this.#dependencies;
    const question = cleanQuestion(asked.question);
    const key: ConversationKey = { owner: asked.owner, id: asked.conversationId };
    const { earlierQuestions } = asked;
    const kept = earlierQuestions === undefined ? await stores.conversations.turns(key) : [];
    if ((earlierQuestions?.length ?? kept.length) >= MOST_TURNS) {
      throw new InvalidInputError(`This conversation has ${MOST_TURNS} turns: start a new one.`);
    }
    const position = earlierQuestions?.length ?? kept.length;
    yield { type: 'started', conversationId: key.id, position };

    const asOf = asked.asOf ?? dayOfInstant(now());
    const analysis = await this.#analyses.read({
      ...(asked.market === undefined ? {} : { market: asked.market }),
      asOf,
    });
    const market = asked.market ?? (analysis.status === 'ok' ? analysis.market : null);
    const context: ToolContext | null =
      market === null
        ? null
        : {
            market,
            asOf,
            stores,
            analyses: this.#analyses,
            valuer: this.#valuer,
            engine: this.#engine,
            options: this.#options,
          };
    const frame = {
      conversationId: key.id,
      position,
      question,
      market: market ?? { priceKind: 'sold', currency: 'USD' },
      asOf,
    } as const;
    if (context === null) {
      const reason = analysis.status === 'ok' ? '' : analysis.reason;
      const answer = wordsOnly(frame, { kind: 'not-enough-data', text: `I cannot say yet: ${reason}.` });
      yield marksOf(answer);
      yield { type: 'text', delta: answer.text };
      yield { type: 'done', answer };
      return;
    }

    const turns = earlierQuestions === undefined ? kept : await this.#readAgain(earlierQuestions, context);
    const interpreted = await this.#interpret(question, { turns, context, signal: asked.signal });
    if (interpreted.kind === 'call') {
      yield { type: 'tool', tool: interpreted.tool, arguments: interpreted.arguments };
    }
    const answer = await this.#reply(interpreted, { frame, context, turns });
    yield marksOf(answer);
    yield* inParts(answer.text);
    const turn: ConversationTurn = {
      question,
      answer: answer.text,
      call: answer.call,
      costNanoUsd: answer.costNanoUsd,
      askedAt: now(),
    };
    if (earlierQuestions === undefined && !(await stores.conversations.append(key, { position, turn }))) {
      throw new InvalidInputError(
        'Another question was asked in this conversation at the same time: read its answer and ask again.',
      );
    }
    yield { type: 'done', answer };
  }

  /** Earlier questions as turns, by the rules alone: that costs nothing, and is the same each time. */
  async #readAgain(questions: readonly string[], context: ToolContext): Promise<readonly ConversationTurn[]> {
    const { builtIn, tools } = this.#dependencies;
    const turns: ConversationTurn[] = [];
    for (const text of questions) {
      const question = text.slice(0, QUESTION_LENGTH);
      const interpreted = await builtIn.interpret(question, { turns, tools, context });
      const call = interpreted.kind === 'call' ? { tool: interpreted.tool, arguments: interpreted.arguments } : null;
      turns.push({ question, answer: '', call, costNanoUsd: 0n, askedAt: 0 });
    }
    return turns;
  }

  /** By the language model where there is one with money left, else by the rules; the rules also where it fails. */
  async #interpret(
    question: string,
    situation: {
      readonly turns: readonly ConversationTurn[];
      readonly context: ToolContext;
      readonly signal: AbortSignal | undefined;
    },
  ): Promise<Interpreted> {
    const { builtIn, model, tools } = this.#dependencies;
    const { turns, context, signal } = situation;
    const given = {
      turns,
      tools,
      context,
      ...(signal === undefined ? {} : { signal }),
    };
    if (model !== undefined && this.#hasMoneyLeft(turns)) {
      try {
        const interpreted = await model.interpret(question, given);
        if (interpreted.kind !== 'call' || isSound(interpreted, tools)) return interpreted;
      } catch (error) {
        if (signal?.aborted === true) throw error;
      }
    }
    return builtIn.interpret(question, given);
  }

  #hasMoneyLeft(turns: readonly ConversationTurn[]): boolean {
    const { budgetNanoUsd = CONVERSATION_BUDGET_NANO_USD } = this.#dependencies;
    return turns.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n) < budgetNanoUsd;
  }

  async #reply(
    interpreted: Interpreted,
    options: {
      readonly frame: AnswerFrame;
      readonly context: ToolContext;
      readonly turns: readonly ConversationTurn[];
    },
  ): Promise<AnalystAnswer> {
    const { frame, context, turns } = options;
    const { tools, writer } = this.#dependencies;
    if (interpreted.kind === 'clarify') {
      const { question: text, choices, by } = interpreted;
      return { ...wordsOnly(frame, { kind: 'clarification', text, by }), choices };
    }
    if (interpreted.kind === 'unknown') {
      return wordsOnly(frame, { kind: 'unknown', text: interpreted.reason, by: interpreted.by });
    }
    const tool = tools.find(({ name }) => name === interpreted.tool);
    if (tool === undefined)
      throw new InvalidInputError(`There is no tool ${interpreted.tool}: the interpreter made it up.`);
    const result = await tool.run(interpreted.arguments, context);
    const call = { tool: tool.name, arguments: interpreted.arguments };
    if (result.status === 'unknown') {
      return { ...wordsOnly(frame, { kind: 'unknown', text: result.reason, by: interpreted.by }), call };
    }
    if (result.status === 'not-enough-data') {
      const text = `There is not enough data to say: ${result.reason}.`;
      return { ...wordsOnly(frame, { kind: 'not-enough-data', text, by: interpreted.by }), call };
    }
    const synthetic = await isSynthetic(context);
    const said = withUnheeded(result, interpreted.unheeded ?? []);
    const narration = await narrate({
      promptType: 'answer',
      facts: said.facts,
      template: said.template,
      templateVersion: TEMPLATE_VERSION,
      synthetic,
      ...(writer === undefined || said !== result || !this.#hasMoneyLeft(turns) ? {} : { writer }),
    });
    return figures(frame, { result: said, narration, interpreted, call, synthetic });
  }
}

type AnswerFrame = Pick<AnalystAnswer, 'conversationId' | 'position' | 'question' | 'market' | 'asOf'>;

function cleanQuestion(text: string): string {
  const question = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (question === '') throw new InvalidInputError('The question is empty: ask about sales, offers or prices.');
  if (question.length > QUESTION_LENGTH) {
    throw new InvalidInputError(`The question is longer than ${QUESTION_LENGTH} characters: shorten it.`);
  }
  return question;
}

function marksOf({ aiGenerated, synthetic, servedModel }: AnalystAnswer): AnalystEvent {
  return { type: 'marked', aiGenerated, synthetic, servedModel };
}

/** A proved text word by word. */
function* inParts(text: string): Generator<AnalystEvent> {
  for (const [part] of text.matchAll(/\S+\s*|\s+/g)) yield { type: 'text', delta: part };
}

/** True where the call names a tool and the arguments are of its form: what else a model writes is thrown away. */
function isSound(
  { tool: name, arguments: given }: Extract<Interpreted, { readonly kind: 'call' }>,
  tools: readonly AnalystTool[],
): boolean {
  const tool = tools.find((candidate) => candidate.name === name);
  return tool?.parameters.safeParse(given).success === true;
}

/** Made-up and real sales never share a market: the newest sale tells for all. */
async function isSynthetic({ market, asOf, stores }: ToolContext): Promise<boolean> {
  const newest = { rows: 'sales', market, asOf, order: 'day', direction: 'descending', limit: 1 } as const;
  const [sale] = await stores.metrics.list(newest);
  return sale?.synthetic ?? false;
}

function wordsOnly(
  frame: AnswerFrame,
  options: {
    readonly kind: Exclude<AnalystAnswer['kind'], 'answer'>;
    readonly text: string;
    readonly by?: Interpreted['by'];
  },
): AnalystAnswer {
  const { kind, text, by } = options;
  const isModel = by !== undefined && by.provider !== 'none';
  return {
    ...frame,
    kind,
    text,
    facts: [],
    claims: [],
    headline: [],
    choices: [],
    call: null,
    method: '',
    n: 0,
    period: null,
    rows: [],
    analyst: isModel ? 'model' : 'built-in',
    provider: by?.provider ?? 'none',
    requestedModel: by?.requestedModel ?? 'built-in',
    servedModel: by?.servedModel ?? 'built-in',
    promptVersion: TEMPLATE_VERSION,
    aiGenerated: isModel,
    costNanoUsd: by?.costNanoUsd ?? 0n,
    disclaimer: ANSWER_DISCLAIMER,
    synthetic: false,
  };
}

function figures(
  frame: AnswerFrame,
  options: {
    readonly result: ToolAnswer;
    readonly narration: Narration;
    readonly interpreted: Interpreted;
    readonly call: NonNullable<AnalystAnswer['call']>;
    readonly synthetic: boolean;
  },
): AnalystAnswer {
  const { result, narration, interpreted, call, synthetic } = options;
  const wroteByModel = narration.provider !== 'none';
  const by = wroteByModel ? narration : interpreted.by;
  return {
    ...frame,
    kind: 'answer',
    text: narration.text,
    facts: result.facts,
    claims: narration.claims,
    headline: result.headline,
    choices: [],
    call,
    method: result.method,
    n: result.n,
    period: result.period,
    rows: result.rows,
    analyst: by.provider === 'none' ? 'built-in' : 'model',
    provider: by.provider,
    requestedModel: by.requestedModel,
    servedModel: by.servedModel,
    promptVersion: narration.promptVersion,
    aiGenerated: narration.aiGenerated,
    costNanoUsd: interpreted.by.costNanoUsd + narration.costNanoUsd,
    disclaimer: ANSWER_DISCLAIMER,
    synthetic,
  };
}
